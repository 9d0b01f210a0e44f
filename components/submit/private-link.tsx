import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";

/** The ways back to a private page: its link, and the short code where it has one. */
export async function PrivateLink({ locale, link, code }: { locale: Locale; link: string; code?: string }) {
  const t = await getTranslations({ locale, namespace: "state" });
  return (
    <dl className="mt-6 grid max-w-3xl gap-3 border-4 border-line p-4">
      <div>
        <dt className="font-bold">{t("link")}</dt>
        <dd className="break-all">
          <a className="tap" href={link}>
            {link}
          </a>
        </dd>
        <dd className="text-muted">{t("keepLink")}</dd>
      </div>
      {code && (
        <div>
          <dt className="font-bold">{t("code")}</dt>
          <dd className="text-h3" translate="no">
            {code}
          </dd>
          <dd className="text-muted">
            {t.rich("codeHelp", { link: (words) => <a href={pathTo(locale, "submit", "code")}>{words}</a> })}
          </dd>
        </div>
      )}
    </dl>
  );
}
