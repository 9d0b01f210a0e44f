import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { PracticeView } from "@/lib/practice/view";
import { absolute } from "@/lib/site";

/** The permanent address, a citation to copy, and ways to pass the page on: all plain links and text. */
export async function Cite({ practice, locale }: { practice: PracticeView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "practice" });
  const url = absolute(`/p/${practice.id}`);
  const { title } = practice;
  const mail = new URLSearchParams({ subject: t("mailSubject", { title }), body: t("mailBody", { title, url }) });
  const page = new URLSearchParams({ page: pathTo(locale, "catalogue", practice.slugs[locale]) });
  return (
    <>
      <dl className="mt-3 grid gap-3">
        <div>
          <dt className="font-bold">{t("permanent")}</dt>
          <dd>
            <a className="tap" href={url}>
              {url}
            </a>
          </dd>
        </div>
        <div>
          <dt className="font-bold">{t("citation")}</dt>
          <dd className="select-all">{t("citationText", { title, url })}</dd>
        </div>
      </dl>
      <p className="no-print mt-3 flex flex-wrap gap-x-6">
        {/* Mail programs read "+" as a plus sign, not as a space. */}
        <a className="tap" href={`mailto:?${mail.toString().replaceAll("+", "%20")}`}>
          {t("shareMail")}
        </a>{" "}
        <a className="tap" href={`${pathTo(locale, "report")}?${page}`}>
          {t("report")}
        </a>{" "}
      </p>
      <p className="no-print text-small text-muted">{t("printHint")}</p>
    </>
  );
}
