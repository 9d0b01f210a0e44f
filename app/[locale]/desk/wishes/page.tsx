import "../../../styles/forms.css";
import { getTranslations } from "next-intl/server";
import { WishTable } from "@/components/desk/wish-table";
import { DoneNotice, ErrorNotice } from "@/components/ui/notice";
import type { DeskAnswer } from "@/lib/desk/answer";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { listWishes, mostWishes } from "@/lib/search-wish/queries";
import { deskPage } from "../desk-page";
import { deleteOneWish } from "./actions";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "wish" });
  return { title: t("deskTitle"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  return deskPage(locale, ["wishes"], "message.read", async () => {
    const [t, search, wishes] = await Promise.all([getTranslations({ locale }), searchParams, listWishes()]);
    return (
      <>
        <h1 className="text-h1">{t("wish.deskTitle")}</h1>
        <p className="prose mt-2">{t("wish.deskIntro")}</p>
        {formAnswer<DeskAnswer>()?.error ? (
          <ErrorNotice>{t("wish.gone")}</ErrorNotice>
        ) : (
          "deleted" in search && <DoneNotice>{t("wish.deleted")}</DoneNotice>
        )}
        {wishes.length === 0 ? (
          <p className="mt-4">{t("wish.deskEmpty")}</p>
        ) : (
          <WishTable wishes={wishes} locale={locale} action={deleteOneWish.bind(null, { locale })} />
        )}
        {wishes.length === mostWishes && <p className="mt-4">{t("wish.more", { count: String(mostWishes) })}</p>}
      </>
    );
  });
}
