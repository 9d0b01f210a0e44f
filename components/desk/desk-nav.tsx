import { getTranslations } from "next-intl/server";
import { type DeskAction, may } from "@/lib/desk/rights";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { Session } from "@/lib/session";

/** The parts of the desk, each with what one must be allowed to see it. */
const parts = [
  { name: "queue", below: [], right: "queue.read" },
  { name: "new", below: ["new"], right: "practice.enter" },
  { name: "translations", below: ["translations"], right: "translation.write" },
  { name: "news", below: ["news"], right: "news.edit" },
  { name: "words", below: ["words"], right: "term.decide" },
  { name: "wishes", below: ["wishes"], right: "message.read" },
  { name: "links", below: ["links"], right: "link.read" },
  { name: "jobs", below: ["jobs"], right: "job.read" },
  { name: "people", below: ["people"], right: "people.read" },
  { name: "log", below: ["log"], right: "audit.read" },
  { name: "sessions", below: ["sessions"], right: "session.own" },
] as const satisfies { name: string; below: string[]; right: DeskAction }[];

/** The ways between the parts of the desk that somebody may see. */
export async function DeskNav({ locale, session, below }: { locale: Locale; session: Session; below: string[] }) {
  const t = await getTranslations({ locale, namespace: "deskNav" });
  const shown = parts.filter(({ right }) => may(session, right));
  const current = shown.find((part) => part.below.join("/") === below.join("/"));
  return (
    <nav aria-label={t("label")} className="no-print mb-4 border-b-2 border-line">
      <details className="fold fold-narrow">
        <summary>
          {t("label")}
          {current && <span className="ms-auto me-3 font-normal">{t(current.name)}</span>}
        </summary>
        <ul className="flex flex-wrap gap-x-5">
          {shown.map((part) => (
            <li key={part.name}>
              <a
                className="nav-link"
                href={pathTo(locale, "desk", ...part.below)}
                aria-current={part === current ? "page" : undefined}
              >
                {t(part.name)}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
