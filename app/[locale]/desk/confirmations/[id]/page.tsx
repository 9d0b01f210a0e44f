import "../../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { ConfirmationDecision, ConfirmationDetails } from "@/components/desk/confirmation-details";
import { getConfirmation } from "@/lib/confirmation/queries";
import type { DeskAnswer } from "@/lib/desk/answer";
import { formAnswer } from "@/lib/http/answer";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { problemPage } from "../../../problem";
import { deskPage } from "../../desk-page";
import { WorkOn } from "../../queue-actions/work-on";
import { handle } from "./actions";

type Props = { params: Promise<{ locale: string; id: string }> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "confirmation" });
  return { title: t("title"), robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const { id, ...rest } = await params;
  const locale = readerLocale(rest);
  return deskPage(locale, ["confirmations", id], "confirmation.decide", async (session) => {
    const [t, confirmation] = [await getTranslations({ locale }), await getConfirmation(session, id)];
    if (!confirmation) return problemPage(locale, 404);
    return (
      <>
        <a className="tap" href={pathTo(locale, "desk")}>
          {t("desk.backToQueue")}
        </a>
        <h1 className="text-h1">{t("confirmation.title")}</h1>
        <WorkOn {...{ locale, session, kind: "confirmation", subjectId: id }} />
        <ConfirmationDetails confirmation={confirmation} locale={locale} />
        <ConfirmationDecision
          confirmation={confirmation}
          locale={locale}
          action={handle.bind(null, { locale, id })}
          answer={formAnswer<DeskAnswer>()}
        />
      </>
    );
  });
}
