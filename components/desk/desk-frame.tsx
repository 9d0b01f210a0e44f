import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type Alternates, PageFrame } from "@/components/layout/page-frame";
import type { Locale } from "@/lib/i18n/locales";
import type { Session } from "@/lib/session";

/** A page of the desk: the frame, who is signed in, and the way out. */
export async function DeskFrame({
  locale,
  alternates,
  session,
  signOut,
  children,
}: {
  locale: Locale;
  alternates: Alternates;
  session: Session;
  signOut: () => Promise<void>;
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
      {children}
    </PageFrame>
  );
}
