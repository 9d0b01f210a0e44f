import "../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { wantedPage } from "@/lib/desk/wanted";
import { answerWithStatus } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { signIn } from "./actions";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "desk" });
  return { title: t("signInTitle"), robots: { index: false }, referrer: "same-origin" as const };
}

// Where a one-time link leads: opening it does nothing yet, as mail scanners open links too.
export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  const { token, to } = await searchParams;
  const t = await getTranslations({ locale, namespace: "desk" });
  const usable = typeof token === "string" && token.length > 0;
  if (!usable) answerWithStatus(410);
  return (
    <PageFrame locale={locale} alternates={alternatesOf("desk")} current="desk">
      <h1 className="text-h1">{usable ? t("confirmTitle") : t("signInTitle")}</h1>
      <p className="prose mt-3">{usable ? t("confirmText") : t("linkInvalid")}</p>
      {usable ? (
        <form action={signIn.bind(null, locale)}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="to" value={wantedPage(to, locale)} />
          <button type="submit" className="button button-strong mt-4">
            {t("confirm")}
          </button>
        </form>
      ) : (
        <a className="button button-strong mt-4" href={pathTo(locale, "desk")}>
          {t("sendLink")}
        </a>
      )}
    </PageFrame>
  );
}
