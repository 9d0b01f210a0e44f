import type { ReactNode } from "react";

/** The id of a field's input, and so the target of the error summary's link. */
const fieldId = (name: string) => `field-${name}`;

type Common = { name: string; label: string; help?: string; error?: string; required?: string };

/** Label, help and error of one question, tied to its input by `describedBy`. */
function Question({ name, label, help, error, required, children }: Common & { children: ReactNode }) {
  return (
    <div className="mt-5">
      <label htmlFor={fieldId(name)} className="block font-bold">
        {label} {required && <span className="font-normal text-muted">({required})</span>}
      </label>
      <Hints {...{ name, help, error }} />
      {children}
    </div>
  );
}

function Hints({ name, help, error }: Pick<Common, "name" | "help" | "error">) {
  return (
    <>
      {help && (
        <p id={`${fieldId(name)}-help`} className="text-small text-muted">
          {help}
        </p>
      )}
      {error && (
        <p id={`${fieldId(name)}-error`} className="font-bold text-brick">
          {error}
        </p>
      )}
    </>
  );
}

const described = ({ name, help, error }: Common) => ({
  id: fieldId(name),
  name,
  "aria-invalid": error ? (true as const) : undefined,
  "aria-describedby":
    [help && `${fieldId(name)}-help`, error && `${fieldId(name)}-error`].filter(Boolean).join(" ") || undefined,
});

/** A question with a short answer on one line. */
export function TextField(
  props: Common & {
    value: string;
    type?: "text" | "email" | "url";
    autoComplete?: string;
    inputMode?: "numeric";
    maxLength: number;
    narrow?: boolean;
    /** Left out of the way of the Tab key. */
    skipped?: boolean;
  },
) {
  const { value, type = "text", autoComplete, inputMode, maxLength, narrow, skipped, required } = props;
  return (
    <Question {...props}>
      <input
        {...described(props)}
        {...{ type, autoComplete, inputMode, maxLength }}
        defaultValue={value}
        aria-required={required ? true : undefined}
        tabIndex={skipped ? -1 : undefined}
        className={`field mt-1 ${narrow ? "max-w-32" : ""}`}
      />
    </Question>
  );
}

/**
 * A question with an answer of several lines. `counted` has characters counted while one types, where there is a
 * script; `data` is for other scripts.
 */
export function TextArea(
  props: Common & {
    value: string;
    rows: number;
    maxLength: number;
    counted?: boolean;
    /** The language that the answer is written in, where it is not the page's. */
    lang?: string;
    data?: Record<`data-${string}`, string>;
  },
) {
  return (
    <Question {...props}>
      <textarea
        {...described(props)}
        rows={props.rows}
        maxLength={props.maxLength}
        defaultValue={props.value}
        aria-required={props.required ? true : undefined}
        data-counted={props.counted ? "" : undefined}
        lang={props.lang}
        {...props.data}
        className="field mt-1"
      />
    </Question>
  );
}

/** A question with one answer from a list. */
export function SelectField(props: Common & { value: string; empty: string; options: Option[] }) {
  return (
    <Question {...props}>
      <select
        {...described(props)}
        defaultValue={props.value}
        aria-required={props.required ? true : undefined}
        className="field mt-1"
      >
        <option value="">{props.empty}</option>
        {props.options.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    </Question>
  );
}

type Option = { code: string; label: string };

/** A question with any number of answers from a list. */
export const CheckboxGroup = (props: Common & { values: string[]; options: Option[] }) => (
  <Choices {...props} type="checkbox" className="gap-x-8 sm:columns-2" />
);

/** A question with one answer of a few, all of them in sight. */
export const RadioGroup = ({ value, ...props }: Common & { value: string; options: Option[] }) => (
  <Choices {...props} type="radio" values={[value]} />
);

function Choices(
  props: Common & { type: "checkbox" | "radio"; values: string[]; options: Option[]; className?: string },
) {
  const { type, name, label, help, error, required, values, options, className } = props;
  const describedBy = [help && `${fieldId(name)}-help`, error && `${fieldId(name)}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className="mt-5" aria-describedby={describedBy || undefined}>
      <legend className="font-bold">
        {label} {required && <span className="font-normal text-muted">({required})</span>}
      </legend>
      <Hints {...{ name, help, error }} />
      <div className={className}>
        {options.map((option, at) => (
          <label key={option.code} className="tick break-inside-avoid">
            <input
              type={type}
              name={name}
              id={at === 0 ? fieldId(name) : undefined}
              value={option.code}
              defaultChecked={values.includes(option.code)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One box to tick, beside a sentence that says what ticking it means. */
export function TickField({ name, label, error, required, checked }: Common & { checked: boolean }) {
  return (
    <div className="mt-5">
      <Hints {...{ name, error }} />
      <label className="tick">
        <input
          {...described({ name, label, error })}
          type="checkbox"
          value="yes"
          defaultChecked={checked}
          aria-required={required ? true : undefined}
        />
        <span>
          {label} {required && <span className="text-muted">({required})</span>}
        </span>
      </label>
    </div>
  );
}

/** Every error of a form at its top, each a link to its field. */
export function ErrorSummary({ title, errors }: { title: string; errors: { name: string; message: string }[] }) {
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: who has just sent a form is led to what is wrong with it, without a script too
    <div role="alert" tabIndex={-1} autoFocus className="mt-4 border-4 border-brick p-4">
      <h2 className="text-h3">{title}</h2>
      <ul className="mt-2 list-disc ps-6">
        {errors.map(({ name, message }) => (
          <li key={name}>
            <a className="tap" href={`#${fieldId(name)}`}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
