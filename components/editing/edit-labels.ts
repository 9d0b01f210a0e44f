import { getTranslations } from "next-intl/server";
import { type Field, type Fields, labelled, labelOf } from "@/lib/editing/fields";
import { byLabel, countryName } from "@/lib/i18n/format";
import { endonym, isLocale, type Locale } from "@/lib/i18n/locales";

type Option = { code: string; label: string };

/** What the fields of a practice, their codes and what is wrong with them are called in a language. */
export async function editLabels(locale: Locale) {
  const t = await getTranslations({ locale });
  const code = (labels: keyof typeof labelled, one: string): string => {
    if (labels === "country") return countryName(one, locale);
    if (labels === "language") return endonym(one as Locale);
    return t(`${labels}.${one}` as "status.ended");
  };
  /** The field that a path leads to, said from the outside in: Places 2, Country. */
  const path = ([name = "", ...below]: string[], fields: Fields): string[] => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) return isLocale(name) ? [endonym(name)] : [];
    const own =
      ["texts", "sections"].includes(name) || isLocale(name) ? [] : [t(labelOf(name, field) as "field.title")];
    if (field.is === "group") return [...own, ...path(below, field.fields)];
    if (field.is === "localised") return [...own, ...path(below, {})];
    if (field.is !== "rows" || below.length === 0) return own;
    const row = `${own[0]} ${Number(below[0]) + 1}`;
    return [row, ...path(below.slice(1), field.fields)];
  };
  return {
    path: (name: string, fields: Fields): string => path(name.split("."), fields).join(", "),
    field: (name: string, field: Field): string => t(labelOf(name, field) as "field.title"),
    help: (field: Field): string | undefined => field.help && t(`editing.help.${field.help as "slug"}`),
    options: (labels: keyof typeof labelled, codes: readonly string[]): Option[] => {
      const options = codes.map((one) => ({ code: one, label: code(labels, one) }));
      return labels === "country" ? byLabel(options, locale) : options;
    },
    error: (one: string | undefined): string | undefined => one && t(`editing.error.${one as "required"}`),
    /** The codes of a field with what they mean, where that is written down. */
    definitions: (labels: keyof typeof labelled): { label: string; text: string }[] => {
      if (labels === "obstacle")
        return labelled.obstacle.map((one) => ({ label: code(labels, one), text: t(`obstacleText.${one}`) }));
      if (labels === "evidence")
        return labelled.evidence.map((one) => ({ label: code(labels, one), text: t(`review.level.${one}`) }));
      return [];
    },
    row: (what: string, number: number): string => `${what} ${number}`,
    add: (what: string): string => t("editing.add", { what }),
    words: {
      nothing: t("editing.nothing"),
      remove: t("editing.remove"),
      up: t("editing.up"),
      find: t("editing.find"),
      foundTitle: t("editing.foundTitle"),
      foundNone: t("editing.foundNone"),
      keepTyped: t("editing.keepTyped"),
      definitions: t("editing.definitions"),
      markdown: t("editing.markdown"),
      date: t("editing.date"),
    },
  };
}

export type EditLabels = Awaited<ReturnType<typeof editLabels>>;
