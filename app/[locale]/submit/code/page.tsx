import "../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import { ErrorSummary, TextField } from "@/components/ui/form-field";
import { formAnswer } from "@/lib/http/answer";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { formTitle } from "../../form-title";
import { openByCode } from "./actions";

type Props = { params: Promise<{ locale: string }> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const locale = readerLocale(await params);
  const t = await getTranslations({ locale, namespace: "contributor" });
  return { title: await formTitle(locale, t("codeTitle")), robots: { index: false } };
}

/** The way to a private page for whoever has its short code. */
export default async function Page({ params }: Props) {
  const locale = readerLocale(await params);
  const t = await getTranslations({ locale });
  const answer = formAnswer<{ typed: string; error: "unknown" | "many" }>();
  const words = answer && (answer.error === "many" ? t("contributor.codeMany") : t("contributor.codeUnknown"));
  return (
    <PageFrame locale={locale} alternates={alternatesOf("submit", { below: "code" })} current="submit">
      <h1 className="text-h1">{t("contributor.codeTitle")}</h1>
      <p className="prose mt-2">{t("contributor.codeIntro")}</p>
      <form action={openByCode.bind(null, { locale })} className="max-w-md" noValidate>
        <ErrorSummary
          title={t("submit.errorTitle", { count: 1 })}
          errors={words ? [{ name: "code", message: words }] : []}
        />
        <TextField
          {...{ name: "code", label: t("contributor.codeField"), help: t("contributor.codeHelp") }}
          error={words && `${t("submit.errorPrefix")} ${words}`}
          value={answer?.typed ?? ""}
          autoComplete="off"
          maxLength={40}
        />
        <button type="submit" className="button button-strong mt-4">
          {t("contributor.codeOpen")}
        </button>
      </form>
    </PageFrame>
  );
}
