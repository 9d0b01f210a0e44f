/** What somebody has written, line by line, under a heading. `isOurs`: who wrote it is of the desk. */
export function Quoted({
  id,
  title,
  text,
  lang,
  isOurs = false,
}: {
  id: string;
  title: string;
  text: string;
  lang?: string;
  isOurs?: boolean;
}) {
  return (
    <section aria-labelledby={id} className="mt-6">
      <h2 id={id} className="text-h3">
        {title}
      </h2>
      <p
        className={`mt-2 max-w-[66ch] whitespace-pre-line border-s-4 ps-4 ${isOurs ? "border-brick" : "border-line"}`}
        lang={lang}
      >
        {text}
      </p>
    </section>
  );
}
