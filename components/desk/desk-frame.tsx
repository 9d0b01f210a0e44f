import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Alternates, PageFrame } from "@/components/layout/page-frame";
import type { Locale } from "@/lib/i18n/locales";
import type { Session } from "@/lib/session";
import { DeskNav } from "./desk-nav";

/** A page of the desk: the frame, who is signed in, and the way out. */
export async function DeskFrame({
  locale,
  alternates,
  session,
  signOut,
  below = [],
  children,
}: {
  locale: Locale;
  alternates: Alternates;
  session: Session;
  signOut: () => Promise<void>;
  /** The segments of the page's address below the desk's. */
  below?: string[];
  children: ReactNode;
}) {
  const t = await getTranslations({ locale, namespace: "desk" });
  return (
    <PageFrame locale={locale} alternates={alternates} current="desk">
      <form action={signOut} className="flex flex-wrap items-center justify-end gap-4 text-small">
        <span>{t("signedInAs", { name: session.name })}</span>
        <button type="submit" className="button">
          {t("signOut")}
        </button>
      </form>
      <DeskNav locale={locale} session={session} below={below} />
      {children}
    </PageFrame>
  );
}
