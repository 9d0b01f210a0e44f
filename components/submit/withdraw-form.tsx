import { getTranslations } from "next-intl/server";
import { TickField } from "@/components/ui/form-field";
import type { Locale } from "@/lib/i18n/locales";

/** The way to take a practice back, with what that means, and a tick so that nobody does it by mistake. */
export async function WithdrawForm({
  locale,
  action,
  isRefused,
}: {
  locale: Locale;
  action: (data: FormData) => Promise<void>;
  /** It was sent without the tick. */
  isRefused: boolean;
}) {
  const t = await getTranslations({ locale, namespace: "contributor" });
  return (
    <section aria-labelledby="withdraw" className="mt-10 max-w-3xl border-t-2 border-line pt-4">
      <h2 id="withdraw" className="text-h3">
        {t("withdrawTitle")}
      </h2>
      <p className="mt-1">{t("withdrawText")}</p>
      <form action={action} noValidate>
        <TickField
          {...{ name: "sure", label: t("withdrawSure"), error: isRefused ? t("withdrawTick") : undefined }}
          checked={false}
        />
        <button type="submit" className="button mt-2">
          {t("withdraw")}
        </button>
      </form>
    </section>
  );
}
