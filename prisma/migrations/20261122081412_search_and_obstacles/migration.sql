-- What CatalogueEntry and its like hold is made from the practices anew at the next start.
DELETE FROM "CatalogueEntry";

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- DropForeignKey
ALTER TABLE "CatalogueText" DROP CONSTRAINT "CatalogueText_practiceId_fkey";

-- DropIndex
DROP INDEX "CatalogueEntry_publishedAt_idx";

-- AlterTable
ALTER TABLE "CatalogueEntry" DROP COLUMN "audiences",
DROP COLUMN "countries",
DROP COLUMN "evidence",
DROP COLUMN "organisations",
DROP COLUMN "plainLocales",
DROP COLUMN "status",
DROP COLUMN "themes",
DROP COLUMN "yearFrom",
DROP COLUMN "yearTo",
ADD COLUMN     "marks" TEXT[],
ADD COLUMN     "ordinal" INTEGER NOT NULL;

-- AlterTable
ALTER TABLE "Practice" ADD COLUMN     "ordinal" INTEGER;

-- DropTable
DROP TABLE "CatalogueText";

-- CreateTable
CREATE TABLE "PracticeObstacle" (
    "practiceId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "met" JSONB,
    "response" JSONB,

    CONSTRAINT "PracticeObstacle_pkey" PRIMARY KEY ("practiceId","code")
);

-- CreateTable
CREATE TABLE "CatalogueState" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "hash" TEXT NOT NULL,

    CONSTRAINT "CatalogueState_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CatalogueTitle" (
    "practiceId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "CatalogueTitle_pkey" PRIMARY KEY ("practiceId","locale")
);

-- CreateTable
CREATE TABLE "CatalogueDocument" (
    "ordinal" INTEGER NOT NULL,
    "document" tsvector NOT NULL,

    CONSTRAINT "CatalogueDocument_pkey" PRIMARY KEY ("ordinal")
);

-- CreateTable
CREATE TABLE "CatalogueBits" (
    "facet" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "segment" INTEGER NOT NULL,
    "bits" bit(8192) NOT NULL,

    CONSTRAINT "CatalogueBits_pkey" PRIMARY KEY ("facet","code","segment")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "locale" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "lexeme" TEXT NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word","locale")
);

-- CreateTable
CREATE TABLE "ConceptLabel" (
    "concept" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "head" TEXT NOT NULL,
    "stems" TEXT NOT NULL,

    CONSTRAINT "ConceptLabel_pkey" PRIMARY KEY ("concept","locale","label")
);

-- CreateTable
CREATE TABLE "SearchWish" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "text" TEXT,
    "createdAt" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SearchWish_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CatalogueTitle_locale_key_ordinal_idx" ON "CatalogueTitle"("locale", "key", "ordinal");

-- CreateIndex
CREATE INDEX "CatalogueDocument_document_idx" ON "CatalogueDocument" USING GIN ("document") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "SearchWord_folded_idx" ON "SearchWord"("folded");

-- CreateIndex
CREATE INDEX "SearchWord_lexeme_idx" ON "SearchWord"("lexeme");

-- CreateIndex
CREATE INDEX "SearchWord_folded_trigrams" ON "SearchWord" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "ConceptLabel_locale_head_idx" ON "ConceptLabel"("locale", "head");

-- CreateIndex
CREATE INDEX "ConceptLabel_locale_key_idx" ON "ConceptLabel"("locale", "key");

-- CreateIndex
CREATE INDEX "ConceptLabel_locale_stems_idx" ON "ConceptLabel"("locale", "stems");

-- CreateIndex
CREATE UNIQUE INDEX "SearchWish_key_key" ON "SearchWish"("key");

-- CreateIndex
CREATE INDEX "SearchWish_createdAt_idx" ON "SearchWish"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "CatalogueEntry_ordinal_key" ON "CatalogueEntry"("ordinal");

-- CreateIndex
CREATE INDEX "CatalogueEntry_ordinal_practiceId_idx" ON "CatalogueEntry"("ordinal", "practiceId");

-- CreateIndex
CREATE UNIQUE INDEX "Practice_ordinal_key" ON "Practice"("ordinal");

-- AddForeignKey
ALTER TABLE "PracticeObstacle" ADD CONSTRAINT "PracticeObstacle_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogueTitle" ADD CONSTRAINT "CatalogueTitle_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "CatalogueEntry"("practiceId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogueDocument" ADD CONSTRAINT "CatalogueDocument_ordinal_fkey" FOREIGN KEY ("ordinal") REFERENCES "CatalogueEntry"("ordinal") ON DELETE CASCADE ON UPDATE CASCADE;

-- Out of the row, uncompressed: a scan of many practices reads few pages, and a document is read without unpacking.
ALTER TABLE "CatalogueDocument" SET (toast_tuple_target = 128);
ALTER TABLE "CatalogueDocument" ALTER COLUMN document SET STORAGE EXTERNAL;
ALTER TABLE "CatalogueBits" SET (fillfactor = 70);

-- The stems of a text of letters and digits, each with its language before it: 'sv:bibliotek'. `kind` goes before that.
CREATE FUNCTION ponte_vector(locale text, body text, kind text DEFAULT '') RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(to_tsvector(('ponte_' || locale)::regconfig, body)::text, '''([^'']+)''', '''' || kind || locale || ':\1''', 'g')::tsvector
$$;

-- The same of a phrase: its stems, one after the other.
CREATE FUNCTION ponte_phrase(locale text, phrase text, kind text DEFAULT '') RETURNS tsquery LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(phraseto_tsquery(('ponte_' || locale)::regconfig, phrase)::text, '''([^'']+)''', '''' || kind || locale || ':\1''', 'g')::tsquery
$$;

-- Practices that were published before are numbered in the order in which they were.
UPDATE "Practice" p SET ordinal = numbered.n
FROM (SELECT id, row_number() OVER (ORDER BY "publishedAt", id) - 1 AS n FROM "Practice" WHERE "publishedAt" IS NOT NULL) numbered
WHERE numbered.id = p.id;

CREATE AGGREGATE ponte_join(tsvector) (SFUNC = tsvector_concat, STYPE = tsvector, INITCOND = '');
