import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Said } from "@/components/ui/said";
import type { ContactView } from "@/lib/contact/queries";
import { formatDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { consentVersion } from "@/lib/submission/form";

/** Everything that is kept about a contact person, for themselves. */
export async function ContactHeld({ contact, locale }: { contact: ContactView; locale: Locale }) {
  const t = await getTranslations({ locale });
  const { agreed } = contact;
  const facts: [string, ReactNode][] = [
    [t("contact.name"), contact.name],
    [t("contact.role"), contact.role && <Said said={contact.role} locale={locale} />],
    [t("contact.organisation"), contact.organisation],
    [
      t("contact.email"),
      contact.email && (
        <>
          {contact.email} ({contact.isConfirmed ? t("contact.isConfirmed") : t("contact.isNotConfirmed")})
        </>
      ),
    ],
    [t("contact.publicEmail"), contact.publicEmail],
    [
      t("contact.agreement"),
      !agreed ? (
        t("contact.namedBySource")
      ) : !agreed.version || !agreed.at ? (
        t("contact.agreedNot")
      ) : agreed.version === consentVersion ? (
        <>
          {t("contact.agreedOn", { date: formatDay(agreed.at, locale), version: agreed.version })}
          <blockquote className="mt-1 border-s-4 border-brick ps-4">{t("submit.consent")}</blockquote>
        </>
      ) : (
        t("contact.agreedBefore", { date: formatDay(agreed.at, locale), version: agreed.version })
      ),
    ],
  ];
  return (
    <section aria-labelledby="held" className="mt-10 max-w-3xl">
      <h2 id="held" className="text-h2">
        {t("contact.heldTitle")}
      </h2>
      <dl className="mt-3 grid gap-3">
        {facts
          .filter(([, value]) => value)
          .map(([term, value]) => (
            <div key={term}>
              <dt className="font-bold">{term}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
