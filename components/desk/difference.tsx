import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { type Difference, words } from "@/lib/review/difference";
import { fieldOf } from "@/lib/review/field";
import { fieldWords } from "./field-words";

/**
 * What differs, field by field and word by word. What was removed is struck through and what was added underlined, so
 * that neither colours nor a screen are needed to tell them apart.
 * @param level of the headings
 */
export async function DifferenceList({
  differences,
  locale,
  level = 3,
}: {
  differences: Difference[];
  locale: Locale;
  level?: 3 | 4;
}) {
  const [t, said] = await Promise.all([getTranslations({ locale, namespace: "review" }), fieldWords(locale)]);
  const Heading = `h${level}` as const;
  return differences.map(({ path, before, after }) => {
    const { lang } = fieldOf(path);
    const [old, now] = [before && said.value(path, before), after && said.value(path, after)];
    return (
      <section key={path} className="mt-5">
        <Heading className="font-bold">{said.heading(path)}</Heading>
        <p lang={lang === locale ? undefined : lang} className="max-w-[66ch] whitespace-pre-line">
          {words(old ?? "", now ?? "", lang ?? locale).map(({ text, kind }, at) => {
            const key = `${at}${kind}`;
            if (kind === "same") return <span key={key}>{text}</span>;
            const hidden = (word: string) => (
              <span lang={locale} className="sr-only">
                {word}{" "}
              </span>
            );
            return kind === "added" ? (
              <ins key={key} className="added">
                {hidden(t("added"))}
                {text}
              </ins>
            ) : (
              <del key={key} className="removed">
                {hidden(t("removed"))}
                {text}
              </del>
            );
          })}
        </p>
      </section>
    );
  });
}
