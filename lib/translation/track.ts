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
};

/** What a translator has just said of parts, by `locale.section`; it goes before what is worked out. */
export type MadeParts = Record<
  string,
  { fromRevision: number; source: string; method: string; reviewedById?: string; reviewedAt?: Date }
>;

/** The fingerprint of a part of the original; of one that is not there, that of nothing. */
export const sourceHash = (part: string | undefined): string =>
  createHash("sha256")
    .update(part ?? "")
    .digest("hex");

/**
 * Works out the origin of every translated part after a change. A part that was written in this change is taken to be
 * made from the original as it stands in it; one that stayed keeps its origin, and is behind where the original moved on.
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
    if (!text || locale === after.originalLocale || text.provenance.origin !== "translation") return [];
    const partsBefore = partsOf(before?.texts[locale]);
    return Object.entries(partsOf(text)).map(([section, part]): PartOrigin => {
      const now = sourceHash(original[section]);
      const said = made[`${locale}.${section}`];
      const old = known.find((one) => one.locale === locale && one.section === section);
      const isWritten = partsBefore[section] !== part;
      if (said) {
        const from = sourceHash(said.source);
        const { fromRevision, method, reviewedById = null, reviewedAt = null } = said;
        const by = isWritten ? (editorId ?? null) : (old?.editorId ?? editorId ?? null);
        return {
          ...{ locale, section, fromRevision, sourceHash: from, method, behind: from !== now },
          ...{ editorId: by, reviewedById, reviewedAt },
        };
      }
      if (isWritten) {
        return {
          ...{ locale, section, fromRevision: revision, sourceHash: now, method: text.provenance.method },
          ...{ behind: false, editorId: editorId ?? null, reviewedById: null, reviewedAt: null },
        };
      }
      const kept = old ?? {
        ...{ locale, section, fromRevision: text.provenance.fromRevision ?? revision - 1 },
        ...{ sourceHash: sourceHash(originalBefore[section]), method: text.provenance.method },
        ...{ editorId: null, reviewedById: null, reviewedAt: null },
      };
      return { ...kept, behind: kept.sourceHash !== now };
    });
  });
}
