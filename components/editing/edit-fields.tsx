import { CheckboxGroup, SelectField, TextArea, TextField, TickField } from "@/components/ui/form-field";
import type { Field, Fields } from "@/lib/editing/fields";
import {
  type EditErrors,
  fieldsIn,
  foundField,
  foundValue,
  removeField,
  rowsOf,
  type Typed,
  type TypedFields,
} from "@/lib/editing/form";
import type { EditAnswer } from "@/lib/editing/receive";
import { countryName } from "@/lib/i18n/format";
import { endonym, type Locale, locales } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { limits } from "@/lib/practice/practice";
import type { EditLabels } from "./edit-labels";

type Shared = {
  locale: Locale;
  labels: EditLabels;
  errors: EditErrors;
  found: EditAnswer["found"];
  /** The language of the texts that are written, where a field has one. */
  lang: Locale;
};

const textOf = (typed: Typed | undefined) => (typeof typed === "string" ? typed : "");

/** The fields of a part or of a row, each drawn as what it is. `prefix` goes before their names. */
export function EditFields({
  fields,
  typed,
  prefix = "",
  ...shared
}: Shared & { fields: Fields; typed: TypedFields; prefix?: string }) {
  return Object.entries(fields).map(([name, field]) => (
    <EditField
      key={name}
      {...shared}
      field={field}
      own={name}
      name={prefix ? `${prefix}.${name}` : name}
      typed={typed[name]}
    />
  ));
}

function EditField(props: Shared & { field: Field; own: string; name: string; typed: Typed | undefined }) {
  const { field, own, name, typed, labels, errors, locale, lang, ...rest } = props;
  const shared = { labels, errors, locale, lang, found: rest.found };
  // Texts are grouped by language and version, which have headings of their own.
  const label = ["texts", lang, "sections"].includes(own) ? "" : labels.field(own, field);
  const question = { name, label, help: labels.help(field), error: labels.error(errors[name]) };
  const value = textOf(typed);
  switch (field.is) {
    case "text":
    case "markdown":
      return (
        <TextArea
          {...question}
          help={field.is === "markdown" ? labels.words.markdown : question.help}
          value={value}
          rows={own === "summary" || own === "plainWords" ? 5 : 8}
          maxLength={field.max}
          lang={lang}
          data={{ "data-paste": pathTo(locale, "desk", "paste") }}
        />
      );
    case "line":
      return <TextField {...question} value={value} maxLength={field.max} />;
    case "address":
      return <TextField {...question} value={value} type="url" maxLength={1000} />;
    case "date":
      return <TextField {...question} help={question.help ?? labels.words.date} value={value} maxLength={10} narrow />;
    case "number":
    case "whole":
    case "money":
      return <TextField {...question} value={value} maxLength={40} narrow />;
    case "words":
      return <TextField {...question} value={value} maxLength={300} />;
    case "tick":
      return <TickField {...question} checked={value !== ""} />;
    case "code":
      return (
        <>
          <SelectField
            {...question}
            value={value}
            empty={labels.words.nothing}
            options={labels.options(field.labels, field.codes)}
          />
          <Definitions labels={labels} of={field.labels} />
        </>
      );
    case "codes": {
      const ticked = Array.isArray(typed) ? typed.filter((one): one is string => typeof one === "string") : [];
      return (
        <>
          <input type="hidden" name={`${name}.order`} value={ticked.join(" ")} />
          <CheckboxGroup {...question} values={ticked} options={labels.options(field.labels, field.codes)} />
        </>
      );
    }
    case "localised":
      return <Localised {...shared} {...question} long={field.long === true} typed={fieldsIn(typed)} />;
    case "group":
      return label === "" ? (
        <EditFields {...shared} fields={field.fields} typed={fieldsIn(typed)} prefix={name} />
      ) : (
        <fieldset className="mt-8 border-t-2 border-line pt-3" id={`field-${name}`}>
          <legend className="pe-3 text-h3">{label}</legend>
          {question.error && <p className="font-bold text-brick">{question.error}</p>}
          <EditFields {...shared} fields={field.fields} typed={fieldsIn(typed)} prefix={name} />
        </fieldset>
      );
    case "rows":
      return <Rows {...shared} {...question} fields={field.fields} rows={rowsOf(typed)} />;
  }
}

/** What the codes of a list mean, folded below it. */
function Definitions({ labels, of }: { labels: EditLabels; of: Parameters<EditLabels["definitions"]>[0] }) {
  const definitions = labels.definitions(of);
  if (definitions.length === 0) return null;
  return (
    <details className="mt-1">
      <summary className="tap">{labels.words.definitions}</summary>
      <dl className="text-small">
        {definitions.map(({ label, text }) => (
          <div key={label} className="mt-2">
            <dt className="font-bold">{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

type Asked = { name: string; label: string; help?: string; error?: string };

function Localised({
  name,
  label,
  help,
  error,
  long,
  typed,
  errors,
  labels,
}: Shared & Asked & { long: boolean; typed: TypedFields }) {
  return (
    <fieldset className="mt-5" id={`field-${name}`}>
      <legend className="font-bold">{label}</legend>
      {help && <p className="text-small text-muted">{help}</p>}
      {error && <p className="font-bold text-brick">{error}</p>}
      <div className="grid gap-x-4 sm:grid-cols-2">
        {locales.map((lang) => {
          const one = { name: `${name}.${lang}`, label: endonym(lang), error: labels.error(errors[`${name}.${lang}`]) };
          return (
            <div key={lang} lang={lang} className="-mt-3">
              {long ? (
                <TextArea {...one} value={textOf(typed[lang])} rows={3} maxLength={limits.summary} lang={lang} />
              ) : (
                <TextField {...one} value={textOf(typed[lang])} maxLength={limits.line} />
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** A list: its rows with buttons to move and a box to remove each, and one to add. All of them post the form. */
function Rows({
  name,
  label,
  help,
  error,
  fields,
  rows,
  ...shared
}: Shared & Asked & { fields: Fields; rows: TypedFields[] }) {
  const { labels, found, locale } = shared;
  return (
    <fieldset className="mt-8 border-t-2 border-line pt-3" id={`field-${name}`}>
      <legend className="pe-3 text-h3">{label}</legend>
      {help && <p className="text-small text-muted">{help}</p>}
      {error && <p className="font-bold text-brick">{error}</p>}
      {rows.map((row, at) => {
        const path = `${name}.${at}`;
        const said = labels.row(label, at + 1);
        return (
          <fieldset key={path} className="mt-4 border-s-4 border-line ps-4">
            <legend className="font-bold">{said}</legend>
            <input type="hidden" name={name} value={at} />
            <EditFields {...shared} fields={fields} typed={row} prefix={path} />
            {name === "places" && (
              <FindPlace path={path} found={found?.path === path ? found : undefined} labels={labels} locale={locale} />
            )}
            <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
              <label className="tick">
                <input type="checkbox" name={`${path}.${removeField}`} value="yes" />
                <span>
                  {labels.words.remove} <span className="sr-only">{said}</span>
                </span>
              </label>
              {at > 0 && (
                <button type="submit" name="intent" value={`up:${path}`} className="button">
                  {labels.words.up} <span className="sr-only">{said}</span>
                </button>
              )}
            </div>
          </fieldset>
        );
      })}
      {rows.length < limits.list && (
        <button type="submit" name="intent" value={`add:${name}`} className="button mt-4">
          {labels.add(label)}
        </button>
      )}
    </fieldset>
  );
}

/** The button that looks a place up, and what was found: choosing one fills the row when the form is sent next. */
function FindPlace({
  path,
  found,
  labels,
  locale,
}: {
  path: string;
  found: EditAnswer["found"];
  labels: EditLabels;
  locale: Locale;
}) {
  return (
    <>
      <button type="submit" name="intent" value={`find:${path}`} className="button mt-3">
        {labels.words.find}
      </button>
      {found &&
        (found.places.length === 0 ? (
          <p role="status" className="mt-2 font-bold">
            {labels.words.foundNone}
          </p>
        ) : (
          <fieldset className="mt-3 bg-wash p-3">
            <legend className="font-bold">{labels.words.foundTitle}</legend>
            {found.places.map((place, at) => (
              <label key={foundValue(place)} className="tick">
                <input
                  type="radio"
                  name={`${path}.${foundField}`}
                  value={foundValue(place)}
                  defaultChecked={at === 0}
                />
                <span>{[place.name, place.region, countryName(place.country, locale)].filter(Boolean).join(", ")}</span>
              </label>
            ))}
            <label className="tick">
              <input type="radio" name={`${path}.${foundField}`} value="" />
              <span>{labels.words.keepTyped}</span>
            </label>
          </fieldset>
        ))}
    </>
  );
}
