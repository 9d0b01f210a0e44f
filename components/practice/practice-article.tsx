import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Cover } from "@/components/cover/cover";
import { Words, wordsOf } from "@/components/glossary/words";
import { MachineMade, TranslationNotice } from "@/components/translation/translation-note";
import { Markdown } from "@/components/ui/markdown";
import { firstMentions, type Term } from "@/lib/glossary/glossary";
import { colon, languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { proseOutsideLinks } from "@/lib/practice/plain-text";
import { coverFacts, type PracticeView } from "@/lib/practice/view";
import type { Experience } from "@/lib/reader-message/queries";
import { absolute } from "@/lib/site";
import type { Part as TextPart } from "@/lib/translation/state";
import { Cite } from "./cite";
import { Experiences } from "./experiences";
import { Funding, hasFunding } from "./funding";
import { Indicators } from "./indicators";
import { Obstacles } from "./obstacles";
import {
  Awards,
  Contacts,
  Languages,
  Links,
  Organisations,
  Outputs,
  Places,
  Provenance,
  Relations,
  Sources,
} from "./parts";
import { QrCode } from "./qr-code";
import { QuickFacts } from "./quick-facts";
import { TakePart } from "./take-part";
import { Timeline } from "./timeline";
import { whereText } from "./where-text";

/** On paper, beside the title: the permanent address, to be typed or scanned. */
function LeafletAddress({ id, label }: { id: string; label: string }) {
  const address = absolute(`/p/${id}`);
  return (
    <div className="print-only leaflet-address">
      <QrCode address={address} label={label} className="h-28 w-28" />
      {address.replace(/^https?:\/\//, "")}
    </div>
  );
}

/**
 * A practice as readers see it. `isPreview` leaves out what only a published one has: permanent address, languages, the
 * ways to answer. A part that has nothing to say has no heading.
 */
export async function PracticeArticle({
  practice,
  locale,
  level = 1,
  isPreview = false,
  terms = [],
  experiences = [],
}: {
  practice: PracticeView;
  locale: Locale;
  /** The level of its title in the page. */
  level?: 1 | 2;
  isPreview?: boolean;
  /** The glossary in the language of the text. */
  terms?: Term[];
  /** What readers tell who have tried it too. */
  experiences?: Experience[];
}) {
  const t = await getTranslations({ locale });
  const lang = practice.lang === locale ? undefined : practice.lang;
  const props = { practice, locale };
  const [Title, Heading] = level === 1 ? (["h1", "h2"] as const) : (["h2", "h3"] as const);
  const where = whereText({ ...practice, place: practice.places[0]?.shown }, locale);
  const { summary = "", plainWords = "" } = practice;
  const texts = [summary, plainWords, ...practice.sections.map(({ markdown }) => markdown)];
  const mentions = terms.length > 0 ? firstMentions(texts.map(proseOutsideLinks), terms) : [];
  const isMachine = (...those: TextPart[]) => those.some((part) => practice.translation?.machine.includes(part));
  const text = (at: number, className: string, part: TextPart) => (
    <>
      {isMachine(part) && <MachineMade locale={locale} />}
      <div className={`prose ${className}`} lang={lang}>
        <Markdown text={texts[at] ?? ""} words={wordsOf(mentions[at] ?? [])} />
      </div>
    </>
  );

  type Part = { id: string; title: string; content: ReactNode; show: boolean; onPaper?: boolean };
  const sections: Part[] = practice.sections.map(({ name }, at) => ({
    id: name,
    title: t(`section.${name}`),
    show: true,
    content: text(at + 2, "mt-3", name),
  }));
  const obstacles: Part = {
    id: "obstacles",
    title: t("practice.obstacles"),
    show: practice.obstacles.length > 0,
    content: <Obstacles {...props} />,
  };
  // Beside the words about what was hard, where there are any.
  const after = sections.findIndex(({ id }) => ["constraints", "advice", "nextSteps", "costs"].includes(id));
  const parts: Part[] = [
    ...sections.toSpliced(after < 0 ? sections.length : after, 0, obstacles),
    { id: "funding", title: t("practice.funding"), show: hasFunding(practice), content: <Funding {...props} /> },
    {
      id: "indicators",
      title: t("practice.indicators"),
      show: practice.indicators.length > 0,
      content: <Indicators {...props} />,
    },
    { id: "outputs", title: t("practice.outputs"), show: practice.outputs.length > 0, content: <Outputs {...props} /> },
    { id: "phases", title: t("practice.phases"), show: practice.phases.length > 0, content: <Timeline {...props} /> },
    {
      id: "places",
      title: t("practice.places"),
      show: practice.places.some((place) => place.role === "served" || place.latitude !== undefined),
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
    {
      id: "experiences",
      title: t("practice.experiences"),
      show: experiences.length > 0,
      content: <Experiences experiences={experiences} locale={locale} />,
    },
    {
      id: "take-part",
      title: t("practice.takePart"),
      show: !isPreview,
      onPaper: false,
      content: <TakePart {...props} />,
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
        <div className="prose mt-3">
          <Provenance {...props} />
          <Languages {...props} />
        </div>
      ),
    },
    { id: "cite", title: t("practice.citeTitle"), show: !isPreview, content: <Cite {...props} /> },
  ].filter((part) => part.show);

  return (
    <article id={isPreview ? undefined : "large-print"} className="practice">
      <div className="practice-intro">
        <Cover facts={coverFacts(practice)} size="card" className="mb-5 rounded-soft sm:hidden print:hidden" />
        {!isPreview && <LeafletAddress id={practice.id} label={t("practice.qr")} />}
        <p className="font-bold text-brick">{where}</p>
        <Title className="mt-1 text-h1" lang={lang}>
          {practice.title}
        </Title>
        {practice.subtitle && (
          <p className="mt-2 text-lead text-muted" lang={lang}>
            {practice.subtitle}
          </p>
        )}
        {isMachine("title", "subtitle") && <MachineMade locale={locale} />}
        {practice.alternativeTitles.map((other) => (
          <p key={other.title} className="text-small text-muted">
            {t(`practice.${other.kind}`) + colon(locale)}
            <span lang={other.locale}>{other.title}</span>
          </p>
        ))}
        {lang && !isPreview && (
          <p className="aside mt-4">{t("practice.fallback", { language: languageName(lang, locale) })}</p>
        )}
        {!isPreview && <TranslationNotice {...props} />}
        {!isPreview && (
          <p className="no-print mt-2 flex flex-wrap gap-x-6 text-small">
            <a className="tap large-print-on" href="#large-print">
              {t("practice.largePrint")}
            </a>{" "}
            <a className="tap large-print-off" href="#content">
              {t("practice.normalPrint")}
            </a>{" "}
            <a className="tap" href="#cite">
              {t("practice.citeTitle")}
            </a>
          </p>
        )}
        {summary && text(0, "mt-4 text-lead", "summary")}
        {plainWords && (
          <section aria-labelledby="plain-words" className="aside mt-6 max-w-[60ch]">
            <Heading id="plain-words" className="text-h3">
              {t("section.plainWords")}
            </Heading>
            {text(1, "mt-2", "plainWords")}
          </section>
        )}
      </div>
      <QuickFacts {...props} heading={Heading} />
      <div className="practice-body">
        <nav aria-labelledby="contents" className="no-print">
          <details className="fold border-y border-line">
            <summary id="contents">{t("practice.contents")}</summary>
            <ul className="gap-x-8 pb-3 sm:columns-2">
              {parts.map((part) => (
                <li key={part.id}>
                  <a href={`#${part.id}`}>{part.title}</a>
                </li>
              ))}
            </ul>
          </details>
        </nav>
        {parts.map((part) => (
          <section key={part.id} aria-labelledby={part.id} className={part.onPaper === false ? "no-print" : undefined}>
            <Heading id={part.id} className="text-h2">
              {part.title}
            </Heading>
            {part.content}
          </section>
        ))}
        {mentions.flat().length > 0 && <Words terms={mentions.flat()} locale={locale} heading={Heading} />}
      </div>
    </article>
  );
}
