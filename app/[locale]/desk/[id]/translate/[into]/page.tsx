import "../../../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { DraftsForm } from "@/components/translation/drafts-form";
import { PartForm } from "@/components/translation/part-form";
import { partNames } from "@/components/translation/part-names";
import { ErrorNotice } from "@/components/ui/notice";
import { Said } from "@/components/ui/said";
import { may } from "@/lib/desk/rights";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { languageName } from "@/lib/i18n/format";
import { isLocale } from "@/lib/i18n/locales";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { currentSession } from "@/lib/session";
import { intents, type PartAnswer } from "@/lib/translation/form";
import { getTranslation } from "@/lib/translation/queries";
import { problemPage } from "../../../../problem";
import { deskPage } from "../../../desk-page";
import { translatePart } from "./actions";

type Props = {
  params: Promise<{ locale: string; id: string; into: string }>;
  searchParams: Promise<SearchParams>;
};

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "translation" });
  return { title: t("translate"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const { id, into, ...rest } = await params;
  const locale = readerLocale(rest);
  if (!isLocale(into)) return problemPage(locale, 404);
  const answer = formAnswer<PartAnswer>();
  const session = await currentSession();
  if (session && !may(session, "translation.write", into)) return problemPage(locale, 403);
  const answered =
    answer?.part && answer.revision !== undefined ? { part: answer.part, revision: answer.revision } : undefined;
  const found = session && (await getTranslation({ reader: locale, editorId: session.editorId }, id, into, answered));
  if (session && !found) return problemPage(locale, 404);
  return deskPage(locale, [id, "translate", into], "translation.write", async () => {
    if (!found) return null;
    const [t, names, search] = await Promise.all([
      getTranslations({ locale, namespace: "translation" }),
      partNames(locale),
      searchParams,
    ]);
    const language = languageName(into, locale);
    const done = intents.find((intent) => intent === search.done);
    const action = translatePart.bind(null, { locale, id, into });
    return (
      <>
        <a className="tap" href={`${pathTo(locale, "desk", "translations")}?language=${into}`}>
          {t("back")}
        </a>{" "}
        <a className="tap" href={pathTo(locale, "desk", id)}>
          {t("practice")}
        </a>
        <h1 className="text-h1">
          <Said said={found.title} locale={locale} />
        </h1>
        <p className="mt-2 text-lead">
          {t("fromInto", { from: languageName(found.original, locale), into: language })}
        </p>
        {found.slug && (
          <p>
            <a className="tap" href={pathTo(into, "catalogue", found.slug)} hrefLang={into}>
              {t("public")}
            </a>
          </p>
        )}
        {answer && (
          <ErrorNotice>
            {t(`error.${answer.error as "conflict"}`)}{" "}
            {answer.part && <a href={`#field-${answer.part}`}>{names[answer.part]}</a>}
          </ErrorNotice>
        )}
        {found.isOwn || !found.isEditable ? (
          <p className="prose mt-4">{t(found.isOwn ? "isOwnText" : "isClosed", { language })}</p>
        ) : (
          <>
            {!found.isBegun && <p className="prose mt-4">{t("beginText", { language })}</p>}
            <DraftsForm found={found} action={action} locale={locale} />
            {found.parts.map((one) => (
              <PartForm
                key={one.part}
                name={names[one.part]}
                done={!answer && done && search.part === one.part ? t(`done.${done}`) : undefined}
                answer={answer?.part === one.part && answer.intent !== "publish-drafts" ? answer : undefined}
                {...{ found, one, action, locale }}
              />
            ))}
          </>
        )}
        <script src="/drafts.js" defer data-own="" />
        <script src="/paste.js" defer data-own="" />
      </>
    );
  });
}
