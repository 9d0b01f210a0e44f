import "../../../styles/forms.css";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeForm } from "@/components/desk/code-form";
import { alternatesOf, PageFrame } from "@/components/layout/page-frame";
import type { DeskAnswer } from "@/lib/desk/answer";
import { secretToEnrol } from "@/lib/desk/sign-in";
import { wantedPage } from "@/lib/desk/wanted";
import { formAnswer } from "@/lib/http/answer";
import type { SearchParams } from "@/lib/http/search-params";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { pathTo } from "@/lib/i18n/routes";
import { ownSession } from "@/lib/session";
import { signOut } from "../sign-in/actions";
import { openByCode } from "./actions";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: readerLocale(await params), namespace: "code" });
  return { title: t("title"), robots: { index: false } };
}

// Between the link and the desk, for roles that need a second factor: the first time the app is set up.
export default async function Page({ params, searchParams }: Props) {
  const locale = readerLocale(await params);
  const [own, search] = await Promise.all([ownSession(), searchParams]);
  if (!own) redirect(pathTo(locale, "desk"));
  const to = wantedPage(search.to, locale);
  if (!own.waitsForCode) redirect(to);
  const secret = await secretToEnrol(own.session.editorId);
  return (
    <PageFrame locale={locale} alternates={alternatesOf("desk", { below: "code" })} current="desk">
      <CodeForm
        locale={locale}
        account={own.session.email}
        secret={secret}
        to={to}
        action={openByCode.bind(null, locale)}
        signOut={signOut.bind(null, locale)}
        answer={formAnswer<DeskAnswer>()}
      />
    </PageFrame>
  );
}
