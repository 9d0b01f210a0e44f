import type { Question } from "./questions";

/** How many lines are left to write on, by the longest answer. */
const linesFor = (question: Question): number => {
  if (question.kind !== "text") return 1;
  return question.rows > 4 ? 14 : question.rows < 4 ? 4 : 6;
};

/** Empty lines to write on by hand. */
export const Lines = ({ count }: { count: number }) => (
  <div aria-hidden="true">
    {Array.from({ length: count }, (_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike and never change
      <div key={at} className="sheet-line" />
    ))}
  </div>
);

/** A box to tick by hand. */
export const Box = ({ label }: { label: string }) => (
  <li className="sheet-box">
    <span aria-hidden="true" className="sheet-square" />
    {label}
  </li>
);

/** One question of the form as it stands on paper: with room to write, or boxes to tick. */
export function SheetQuestion({
  question,
  required,
  chooseOne,
}: {
  question: Question;
  /** The word by which a question is marked that must be answered. */
  required: string;
  chooseOne: string;
}) {
  const help = question.help ?? (question.kind === "one" ? chooseOne : undefined);
  return (
    <section className="sheet-question">
      <h3 className="font-bold">
        {question.label} {question.required && <span className="font-normal text-muted">({required})</span>}
      </h3>
      {help && <p className="text-small text-muted">{help}</p>}
      {question.kind === "one" || question.kind === "several" ? (
        <ul className="sheet-boxes">
          {question.options.map(({ code, label }) => (
            <Box key={code} label={label} />
          ))}
        </ul>
      ) : (
        <Lines count={linesFor(question)} />
      )}
    </section>
  );
}
