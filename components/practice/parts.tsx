import { getTranslations } from "next-intl/server";
import { SmallMap } from "@/components/map/small-map";
import { TranslatedBy } from "@/components/translation/translation-note";
import { Said } from "@/components/ui/said";
import { colon, formatDate, formatList, languageName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import type { PracticeView } from "@/lib/practice/view";

// The lists of a practice's page: one function each, all of the same shape.

type Props = { practice: PracticeView; locale: Locale };

export async function Organisations({ practice, locale }: Props) {
  const t = await getTranslations({ locale });
  return (
    <ul className="mt-3 grid max-w-[66ch] gap-3">
      {practice.organisations.map((one) => (
        <li key={one.name}>
          <strong>{one.url ? <a href={one.url}>{one.name}</a> : one.name}</strong>
          {one.translatedName && (
            <>
              {" "}
              (<Said said={one.translatedName} locale={locale} />)
            </>
          )}
          <div className="note">
            {[
              ...one.roles.map((role) => t(`role.${role}`)),
              one.type && t(`organisation.${one.type}`),
              one.size && t(`size.${one.size}`),
            ]
              .filter(Boolean)
              .join(" · ")}
          </div>
          {one.note && (
            <div className="block">
              <Said said={one.note} locale={locale} />
            </div>
          )}
          {one.classification && (
            <div className="block" lang={one.classification.lang === locale ? undefined : one.classification.lang}>
              {t("practice.classified", { text: one.classification.text })}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

export function Contacts({ practice, locale }: Props) {
  return (
    <ul className="mt-3 grid gap-2">
      {practice.contacts.map((one) => (
        <li key={one.name}>
          <strong>{one.name}</strong>
          {one.role && (
            <>
              {", "}
              <Said said={one.role} locale={locale} />
            </>
          )}
          {one.organisation && `, ${one.organisation}`}
          {one.publicEmail && (
            <>
              {colon(locale)}
              <a href={`mailto:${one.publicEmail}`}>{one.publicEmail}</a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

export async function Places({ practice, locale }: Props) {
  const t = await getTranslations({ locale });
  const served = practice.places.filter((place) => place.role === "served");
  const drawn = practice.places.filter(({ latitude }) => latitude !== undefined);
  const names = formatList(
    drawn.map(({ shown }) => shown),
    locale,
  );
  return (
    <>
      {drawn.length > 0 && (
        <SmallMap countries={practice.countries} places={drawn} label={t("practice.mapOf", { places: names })} />
      )}
      {served.length > 0 && (
        <>
          <p className="mt-3 font-bold">{t("placeRole.served")}</p>
          <ul className="list-disc ps-6">
            {served.map((place) => (
              <li key={place.name}>
                {place.name}
                {place.note && (
                  <>
                    {colon(locale)}
                    <Said said={place.note} locale={locale} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

export async function Awards({ practice, locale }: Props) {
  const t = await getTranslations({ locale, namespace: "practice" });
  return (
    <ul className="prose mt-3">
      {practice.awards.map((award) => (
        <li key={award.name}>
          <strong>{award.name}</strong>
          {award.translatedName && (
            <>
              {" "}
              (<Said said={award.translatedName} locale={locale} />)
            </>
          )}
          <div className="note">
            {award.edition && (
              <>
                <Said said={award.edition} locale={locale} />
                {" · "}
              </>
            )}
            {[
              award.year,
              award.rank && t("awardRank", { rank: award.rank }),
              award.category && t("awardCategory", { category: award.category }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </div>
          {award.note && (
            <div className="block">
              <Said said={award.note} locale={locale} />
            </div>
          )}
          {award.url && <a href={award.url}>{t("awardSource")}</a>}
        </li>
      ))}
    </ul>
  );
}

export async function Outputs({ practice, locale }: Props) {
  const t = await getTranslations({ locale });
  return (
    <ul className="prose mt-3">
      {practice.outputs.map((output) => (
        <li key={output.title.text}>
          {output.url ? (
            <a href={output.url}>
              <Said said={output.title} locale={locale} />
            </a>
          ) : (
            <Said said={output.title} locale={locale} />
          )}{" "}
          <span className="text-muted">
            (
            {[t(`output.${output.kind}`), output.language && languageName(output.language, locale)]
              .filter(Boolean)
              .join(", ")}
            )
          </span>
          {output.note && (
            <div className="block">
              <Said said={output.note} locale={locale} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

export function Links({ practice, locale }: Props) {
  return (
    <ul className="prose mt-3">
      {practice.links.map((link) => (
        <li key={link.url}>
          {link.label && (
            <>
              <Said said={link.label} locale={locale} />
              {colon(locale)}
            </>
          )}
          <a href={link.url}>{link.url}</a>
        </li>
      ))}
    </ul>
  );
}

export async function Relations({ practice, locale }: Props) {
  const t = await getTranslations({ locale, namespace: "relation" });
  return (
    <ul className="prose mt-3">
      {practice.relations.map((one) => {
        const address = one.practice ? `/p/${one.practice}` : one.url;
        const words = one.title ?? one.practice ?? one.url;
        return (
          <li key={`${one.kind} ${words}`}>
            {t(one.kind) + colon(locale)}
            {address ? <a href={address}>{words}</a> : words}
          </li>
        );
      })}
    </ul>
  );
}

export async function Sources({ practice, locale }: Props) {
  const t = await getTranslations({ locale, namespace: "practice" });
  return (
    <ul className="prose mt-3">
      {practice.sources.map((source) => (
        <li key={source.key}>
          {source.publisher}
          {source.title && `, ${source.title}`}
          {source.language && ` (${t("sourceLanguage", { language: languageName(source.language, locale) })})`}
          {source.published && `, ${formatDate(source.published, locale)}`}
          {source.url && (
            <>
              {colon(locale)}
              <a href={source.url}>{source.url}</a>
            </>
          )}
          {source.classification && (
            <div
              className="block"
              lang={source.classification.lang === locale ? undefined : source.classification.lang}
            >
              {t("sourceClassification", { text: source.classification.text })}
            </div>
          )}
          {source.note && (
            <div className="block">
              <Said said={source.note} locale={locale} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What the text being read rests on, who wrote it, when, and whether the owner has read it; the languages there are. */
export async function Provenance({ practice, locale }: Props) {
  const t = await getTranslations({ locale, namespace: "practice" });
  const { origin, author, from, reviewed, writtenOn } = practice.provenance;
  const date = formatDate(writtenOn, locale);
  const sentence =
    origin === "editorial"
      ? from?.language
        ? t("editorial", { publisher: from.publisher, language: languageName(from.language, locale), date })
        : t("editorialPlain", { date })
      : t("original", { date });
  return (
    <p>
      {origin === "translation" ? (
        <TranslatedBy practice={practice} locale={locale} />
      ) : (
        <>
          {sentence} {author && t("author", { author })}
        </>
      )}{" "}
      {t(reviewed ? "reviewed" : "notReviewed")}{" "}
      {t("updated", { date: formatDate(practice.updatedAt.slice(0, 10), locale) })}{" "}
      {practice.publishedAt && <a href={pathTo(locale, "history", practice.id)}>{t("history")}</a>}
    </p>
  );
}

export async function Languages({ practice, locale }: Props) {
  const t = await getTranslations({ locale, namespace: "practice" });
  return (
    <p>
      {t("languages") + colon(locale)}
      {practice.languages.map((one, at) => (
        <span key={one}>
          {at > 0 && ", "}
          <a href={pathTo(one, "catalogue", practice.slugs[one])} hrefLang={one} lang={one}>
            {languageName(one, one)}
          </a>
        </span>
      ))}
    </p>
  );
}
