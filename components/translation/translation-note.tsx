import { getTranslations } from "next-intl/server";
import { formatDate, formatList, languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { isMachineMade, type PracticeView } from "@/lib/practice/view";
import { partNames } from "./part-names";

type Props = { practice: PracticeView; locale: Locale };

/** Above a translation: that a machine made it, and what of the original has changed since or is not there yet. */
export async function TranslationNotice({ practice, locale }: Props) {
  const { behind = [], missing = [] } = practice.translation ?? {};
  const isMachine = isMachineMade(practice.translation);
  if (!isMachine && behind.length + missing.length === 0) return null;
  const [t, names] = await Promise.all([getTranslations({ locale, namespace: "translation" }), partNames(locale)]);
  const list = (those: typeof behind) =>
    formatList(
      those.map((part) => names[part]),
      locale,
    );
  const original = practice.originalLocale;
  return (
    <p className="aside mt-4">
      {isMachine && <strong>{t("machinePart")}</strong>} {behind.length > 0 && t("behind", { parts: list(behind) })}{" "}
      {missing.length > 0 && t("missing", { parts: list(missing) })}{" "}
      <a href={pathTo(original, "catalogue", practice.slugs[original])} hrefLang={original}>
        {t("original", { language: languageName(original, locale) })}
      </a>
    </p>
  );
}

/** Who translated a text from what, when, and whether somebody else has checked it. */
export async function TranslatedBy({ practice, locale }: Props) {
  const { method, author, writtenOn = "", reviewed } = practice.translation ?? {};
  const t = await getTranslations({ locale, namespace: "translation" });
  const made = { language: languageName(practice.originalLocale, locale), date: formatDate(writtenOn, locale) };
  if (method === "machine") return `${t("byMachine", made)} ${t(reviewed ? "checked" : "checkedByNobody")}`;
  const by = author ? t("by", { ...made, author }) : t("byEditors", made);
  return `${by} ${t(reviewed ? "checked" : "notChecked")}`;
}

/** Beside words that a machine made; `partly`: beside words of which it may have made some. */
export async function MachineMade({ locale, partly = false }: { locale: Locale; partly?: boolean }) {
  const t = await getTranslations({ locale, namespace: "translation" });
  return <span className="note block">{t(partly ? "machinePartly" : "machinePart")}</span>;
}
