import { getTranslations } from "next-intl/server";
import { Said } from "@/components/ui/said";
import { formatDay, formatMoment } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pathTo } from "@/lib/i18n/routes";
import { reasonOf, type Standing, standings } from "@/lib/link-check/outcome";
import type { LinkPlace, ListedLink } from "@/lib/link-check/queries";
import { DeskTable } from "./desk-table";

/** The ways to the links of each standing, with how many there are. */
export async function LinkFilter({
  counts,
  shown,
  locale,
}: {
  counts: Record<Standing, number>;
  /** None: dead ones and moved ones together. */
  shown: Standing | undefined;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "link" });
  const here = pathTo(locale, "desk", "links");
  const ways = [
    { href: here, words: t("toMend", { count: counts.dead + counts.moved }), current: shown === undefined },
    ...standings.map((one) => ({
      ...{ href: `${here}?show=${one}`, words: t(`show.${one}`, { count: counts[one] }), current: shown === one },
    })),
  ];
  return (
    <nav aria-label={t("filter")} className="mt-4">
      <ul className="flex flex-wrap gap-x-5">
        {ways.map(({ href, words, current }) => (
          <li key={href}>
            <a className="nav-link" href={href} aria-current={current ? "page" : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Links with what is wrong, where they stand, and a button that has one looked at again. */
export async function LinkTable({
  links,
  shown,
  locale,
  action,
}: {
  links: ListedLink[];
  shown: Standing | undefined;
  locale: Locale;
  action: (data: FormData) => Promise<void>;
}) {
  const t = await getTranslations({ locale, namespace: "link" });
  return (
    <DeskTable
      label={t("title")}
      columns={[t("columnAddress"), t("columnFound"), t("columnPlaces"), t("columnChecked"), t("check")]}
    >
      {links.map((link) => (
        <tr key={link.url}>
          <th scope="row">
            <a className="tap wrap-anywhere" href={link.url} rel="noreferrer">
              {link.url}
            </a>
          </th>
          <td>
            {t(`found.${reasonOf(link)}`, { status: String(link.status ?? "") })}
            {link.target && (
              <a className="tap block wrap-anywhere" href={link.target} rel="noreferrer">
                {link.target}
              </a>
            )}
            {link.failingSince && (
              <span className="block text-small">{t("since", { date: formatDay(link.failingSince, locale) })}</span>
            )}
          </td>
          <td>
            {link.places.length === 0 && t("nowhere")}
            <ul>
              {link.places.map((place) => (
                <Place key={`${place.kind} ${place.id}`} place={place} locale={locale} />
              ))}
            </ul>
          </td>
          <td>{formatMoment(link.checkedAt, locale)}</td>
          <td>
            <form action={action}>
              <input type="hidden" name="url" value={link.url} />
              {shown && <input type="hidden" name="show" value={shown} />}
              <button type="submit" className="button">
                {t("check")} <span className="sr-only">{link.url}</span>
              </button>
            </form>
          </td>
        </tr>
      ))}
    </DeskTable>
  );
}

/** What names a link: the page that readers see, and the way to mend it. */
async function Place({ place, locale }: { place: LinkPlace; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "link" });
  const { kind, id, title, lang, slug } = place;
  const edit = kind === "practice" ? pathTo(locale, "desk", id, "edit") : pathTo(locale, "desk", "news", id);
  const page = kind === "practice" ? "catalogue" : "news";
  return (
    <li>
      <a className="tap" href={slug ? pathTo(locale, page, slug) : pathTo(locale, page)}>
        <Said said={{ text: title, lang }} locale={locale} />
      </a>{" "}
      <a className="tap" href={edit}>
        {t("edit")}{" "}
        <span className="sr-only">
          <Said said={{ text: title, lang }} locale={locale} />
        </span>
      </a>
    </li>
  );
}
