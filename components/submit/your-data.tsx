import { getTranslations } from "next-intl/server";
import { DoneNotice } from "@/components/ui/notice";
import type { dataOfSubmission } from "@/lib/contact/queries";
import type { Locale } from "@/lib/i18n/locales";

/**
 * What is kept about people with a submission, on its contributor's private page. The link to the contact's own page goes
 * to the contact's address alone: whoever has this page may be somebody else.
 */
export async function YourData({
  locale,
  data,
  action,
  justSent,
}: {
  locale: Locale;
  data: NonNullable<Awaited<ReturnType<typeof dataOfSubmission>>>;
  action: () => Promise<void>;
  /** Whether the link was just sent. */
  justSent: boolean;
}) {
  const t = await getTranslations({ locale, namespace: "yourData" });
  const { sender, hasContact } = data;
  const who = sender && [sender.name, sender.email].filter(Boolean).join(", ");
  return (
    <section aria-labelledby="your-data" className="mt-10 max-w-3xl">
      <h2 id="your-data" className="text-h2">
        {t("title")}
      </h2>
      <p className="mt-2 break-words">{who ? t("held", { who }) : t("erased")}</p>
      {justSent && <DoneNotice>{t("sent")}</DoneNotice>}
      {hasContact && (
        <>
          <p className="mt-2">{t("text")}</p>
          <form action={action}>
            <button type="submit" className="button mt-4">
              {t("send")}
            </button>
          </form>
        </>
      )}
    </section>
  );
}
