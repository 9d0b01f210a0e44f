import { createHash } from "node:crypto";
import { type Locale, locales } from "../i18n/locales.ts";
import { partsOf, type Snapshot } from "../revision/changes.ts";

// What is known of every translated part (title, subtitle, section) of a practice: from which revision of the original,
// by whom, how, and whether the original has changed since. Pure.

/** How one part in one language came about. `editorId`: none where a file or the contributor brought it. */
export type PartOrigin = {
  locale: Locale;
  section: string;
  fromRevision: number;
  /** SHA-256 of that part of the original, as it was translated. */
  sourceHash: string;
  method: string;
  behind: boolean;
  editorId: string | null;
  reviewedById: string | null;
  reviewedAt: Date | null;
  /** When it was written or last found right; none: with this change. */
  updatedAt?: Date;
};

/** What is said of parts that were just translated, by `locale.section`; it goes before what is worked out. */
export type MadeParts = Record<
  string,
  { fromRevision: number; source: string; method: string; editorId: string | null }
>;

/**
 * Whether a text is to say what the original says: a translation, or one that editors wrote from the same source. What
 * those who did the work wrote in another language themselves goes its own way.
 */
export const isFollowed = ({ provenance }: { provenance: { origin: string } }): boolean =>
  provenance.origin !== "original";

/** The fingerprint of a part of the original; of one that is not there, that of nothing. */
export const sourceHash = (part: string | undefined): string =>
  createHash("sha256")
    .update(part ?? "")
    .digest("hex");

/**
 * Works out the origin of every translated part after a change. A part that was written in this change is taken to be
 * made from the original as it stands in it; one that stayed keeps its origin, and is behind where the original moved on.
 * Where the text as a whole says anew how it was made, what stayed of it was made so; unless a translator has spoken.
 * @param known the origins before the change; parts without one are taken to match the original before it
 * @param revision the number of the new revision
 */
export function trackParts({
  before,
  after,
  known,
  revision,
  editorId,
  made = {},
}: {
  before: Snapshot | undefined;
  after: Snapshot;
  known: PartOrigin[];
  revision: number;
  editorId: string | undefined;
  made?: MadeParts;
}): PartOrigin[] {
  const original = partsOf(after.texts[after.originalLocale]);
  const originalBefore = partsOf(before?.texts[before.originalLocale]);
  return locales.flatMap((locale) => {
    const text = after.texts[locale];
    if (!text || locale === after.originalLocale || !isFollowed(text)) return [];
    const textBefore = before?.texts[locale];
    const partsBefore = partsOf(textBefore);
    const hasSpoken = Object.keys(made).some((path) => path.startsWith(`${locale}.`));
    const saysAnew = !hasSpoken && textBefore?.provenance.method !== text.provenance.method;
    return Object.entries(partsOf(text)).map(([section, part]): PartOrigin => {
      const now = sourceHash(original[section]);
      const said = made[`${locale}.${section}`];
      const isWritten = partsBefore[section] !== part;
      if (said || isWritten) {
        const { fromRevision, method } = said ?? { fromRevision: revision, method: text.provenance.method };
        const from = said ? sourceHash(said.source) : now;
        return {
          ...{ locale, section, fromRevision, sourceHash: from, method, behind: from !== now },
          ...{ editorId: said ? said.editorId : (editorId ?? null), reviewedById: null, reviewedAt: null },
        };
      }
      const kept: PartOrigin = known.find((one) => one.locale === locale && one.section === section) ?? {
        ...{ locale, section, fromRevision: revision - 1, sourceHash: sourceHash(originalBefore[section]) },
        ...{ method: textBefore?.provenance.method ?? text.provenance.method, behind: false },
        ...{ editorId: null, reviewedById: null, reviewedAt: null },
      };
      return { ...kept, ...(saysAnew && { method: text.provenance.method }), behind: kept.sourceHash !== now };
    });
  });
}
