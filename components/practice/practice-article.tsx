import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Markdown } from "@/components/ui/markdown";
import { countryName, formatList, languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { PracticeView } from "@/lib/practice/view";
import { Cite } from "./cite";
import { Funding, hasFunding } from "./funding";
import { Indicators } from "./indicators";
import {
  Awards,
  Contacts,
  Languages,
  Links,
  Organisations,
  Outputs,
  Phases,
  Places,
  Provenance,
  Relations,
  Sources,
} from "./parts";
import { QuickFacts } from "./quick-facts";

/**
 * A practice as readers see it. `isPreview` leaves out what only a published one has: permanent address, languages.
 * A part that has nothing to say has no heading.
 */
export async function PracticeArticle({
  practice,
  locale,
  level = 1,
  isPreview = false,
}: {
  practice: PracticeView;
  locale: Locale;
  /** The level of its title in the page. */
  level?: 1 | 2;
  isPreview?: boolean;
}) {
  const t = await getTranslations({ locale });
  const lang = practice.lang === locale ? undefined : practice.lang;
  const props = { practice, locale };
  const [Title, Heading] = level === 1 ? (["h1", "h2"] as const) : (["h2", "h3"] as const);
  const where = formatList(
    practice.countries.map((code) => countryName(code, locale)),
    locale,
  );

  type Part = { id: string; title: string; content: ReactNode; show: boolean };
  const parts: Part[] = [
    ...practice.sections.map(({ name, markdown }) => ({
      id: name,
      title: t(`section.${name}`),
      show: true,
      content: (
        <div className="prose mt-2" lang={lang}>
          <Markdown text={markdown} />
        </div>
      ),
    })),
    { id: "funding", title: t("practice.funding"), show: hasFunding(practice), content: <Funding {...props} /> },
    {
      id: "indicators",
      title: t("practice.indicators"),
      show: practice.indicators.length > 0,
      content: <Indicators {...props} />,
    },
    { id: "outputs", title: t("practice.outputs"), show: practice.outputs.length > 0, content: <Outputs {...props} /> },
    { id: "phases", title: t("practice.phases"), show: practice.phases.length > 0, content: <Phases {...props} /> },
    {
      id: "places",
      title: t("practice.places"),
      show: practice.places.some((place) => place.role === "served"),
      content: <Places {...props} />,
    },
    {
      id: "organisations",
      title: t("practice.organisations"),
      show: practice.organisations.length > 0,
      content: <Organisations {...props} />,
    },
    {
      id: "contacts",
      title: t("practice.contacts"),
      show: practice.contacts.length > 0,
      content: <Contacts {...props} />,
    },
    { id: "awards", title: t("practice.awards"), show: practice.awards.length > 0, content: <Awards {...props} /> },
    {
      id: "relations",
      title: t("practice.relations"),
      show: practice.relations.length > 0,
      content: <Relations {...props} />,
    },
    { id: "links", title: t("practice.links"), show: practice.links.length > 0, content: <Links {...props} /> },
    { id: "sources", title: t("practice.sources"), show: practice.sources.length > 0, content: <Sources {...props} /> },
    {
      id: "provenance",
      title: t("practice.provenanceTitle"),
      show: !isPreview,
      content: (
        <div className="prose mt-2">
          <Provenance {...props} />
          <Languages {...props} />
        </div>
      ),
    },
    { id: "cite", title: t("practice.citeTitle"), show: !isPreview, content: <Cite {...props} /> },
  ].filter((part) => part.show);

  return (
    <article>
      <p className="font-bold text-brick">{where}</p>
      <Title className="text-4xl sm:text-5xl" lang={lang}>
        {practice.title}
      </Title>
      {practice.subtitle && (
        <p className="mt-1 text-xl text-muted" lang={lang}>
          {practice.subtitle}
        </p>
      )}
      {practice.alternativeTitles.map((other) => (
        <p key={other.title} className="text-base text-muted">
          {t(`practice.${other.kind}`)}: <span lang={other.locale}>{other.title}</span>
        </p>
      ))}
      {lang && !isPreview && (
        <p className="mt-4 border-s-4 border-brick bg-wash px-4 py-3">
          {t("practice.fallback", { language: languageName(lang, locale) })}
        </p>
      )}
      {practice.summary && (
        <div className="prose mt-4 max-w-[60ch] text-xl" lang={lang}>
          <Markdown text={practice.summary} />
        </div>
      )}
      <div className="mt-8 grid gap-10 wide:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="wide:order-last">
          <QuickFacts {...props} heading={Heading} />
        </div>
        <div>
          <nav aria-labelledby="contents" className="no-print">
            <Heading id="contents" className="text-2xl">
              {t("practice.contents")}
            </Heading>
            <ul className="mt-2 gap-x-8 sm:columns-2">
              {parts.map((part) => (
                <li key={part.id}>
                  <a className="tap" href={`#${part.id}`}>
                    {part.title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {parts.map((part) => (
            <section key={part.id} aria-labelledby={part.id} className="mt-10">
              <Heading id={part.id} className="text-3xl">
                {part.title}
              </Heading>
              {part.content}
            </section>
          ))}
        </div>
      </div>
    </article>
  );
}
