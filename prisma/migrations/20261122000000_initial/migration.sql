-- CreateTable
CREATE TABLE "PublicVersion" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "PublicVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Practice" (
    "id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "originalLocale" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "countries" TEXT[],
    "scopes" TEXT[],
    "themes" TEXT[],
    "lastConfirmed" TEXT,
    "periodStart" TEXT,
    "periodEnd" TEXT,
    "periodDuring" TEXT,
    "periodNote" JSONB,
    "periodAsOf" TEXT,
    "ageFrom" INTEGER,
    "ageTo" INTEGER,
    "peopleReached" INTEGER,
    "deliveryFormats" TEXT[],
    "deliverySettings" TEXT[],
    "deliveryLocales" TEXT[],
    "deliveryPrice" TEXT,
    "deliveryNote" JSONB,
    "fundingNotKnown" BOOLEAN NOT NULL,
    "fundingCurrency" TEXT,
    "fundingTotal" BIGINT,
    "fundingFrequency" TEXT,
    "importHash" TEXT,
    "importRevision" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Practice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PracticeText" (
    "practiceId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subtitle" TEXT,
    "slug" TEXT,
    "summary" TEXT,
    "presentation" TEXT,
    "context" TEXT,
    "objectives" TEXT,
    "activities" TEXT,
    "tools" TEXT,
    "results" TEXT,
    "benefits" TEXT,
    "constraints" TEXT,
    "advice" TEXT,
    "nextSteps" TEXT,
    "costs" TEXT,
    "origin" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "author" TEXT,
    "sourceKey" TEXT,
    "fromRevision" INTEGER,
    "reviewed" BOOLEAN NOT NULL,
    "writtenOn" TEXT NOT NULL,

    CONSTRAINT "PracticeText_pkey" PRIMARY KEY ("practiceId","locale")
);

-- CreateTable
CREATE TABLE "Slug" (
    "section" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "current" BOOLEAN NOT NULL,
    "practiceId" TEXT,
    "newsId" TEXT,

    CONSTRAINT "Slug_pkey" PRIMARY KEY ("section","locale","slug")
);

-- CreateTable
CREATE TABLE "AlternativeTitle" (
    "practiceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "locale" TEXT,

    CONSTRAINT "AlternativeTitle_pkey" PRIMARY KEY ("practiceId","position")
);

-- CreateTable
CREATE TABLE "PracticeRelation" (
    "practiceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "relatedId" TEXT,
    "title" TEXT,
    "url" TEXT,

    CONSTRAINT "PracticeRelation_pkey" PRIMARY KEY ("practiceId","position")
);

-- CreateTable
CREATE TABLE "Place" (
    "practiceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "nuts" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "note" JSONB,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("practiceId","position")
);

-- CreateTable
CREATE TABLE "Phase" (
    "practiceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "start" TEXT,
    "end" TEXT,
    "note" JSONB,

    CONSTRAINT "Phase_pkey" PRIMARY KEY ("practiceId","position")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "practiceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "translatedName" JSONB,
    "roles" TEXT[],
    "type" TEXT,
    "size" TEXT,
    "country" TEXT,
    "url" TEXT,
    "classification" JSONB,
    "note" JSONB,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("practiceId","position")
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT,
    "role" JSONB,
    "organisation" TEXT,
    "publicEmail" TEXT,
    "privateEmail" TEXT,
    "consentBasis" TEXT NOT NULL,
    "consentVersion" TEXT,
    "consentAt" TIMESTAMPTZ(3),
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FundingLine" (
    "practiceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "source" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "programme" TEXT,
    "amount" BIGINT,
    "frequency" TEXT,

    CONSTRAINT "FundingLine_pkey" PRIMARY KEY ("practiceId","position")
);

-- CreateTable
CREATE TABLE "PracticeAudience" (
    "practiceId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "PracticeAudience_pkey" PRIMARY KEY ("practiceId","role","code")
);

-- CreateTable
CREATE TABLE "Indicator" (
    "practiceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "qualifier" TEXT,
    "unit" JSONB,
    "asOf" TEXT,
    "method" JSONB,
    "measuredBy" TEXT,
    "sourceKey" TEXT,

    CONSTRAINT "Indicator_pkey" PRIMARY KEY ("practiceId","position")
);

-- CreateTable
CREATE TABLE "IndicatorBreakdown" (
    "practiceId" TEXT NOT NULL,
    "indicatorPosition" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "label" JSONB,
    "ageFrom" INTEGER,
    "ageTo" INTEGER,
    "value" DOUBLE PRECISION NOT NULL,
    "unit" TEXT NOT NULL,

    CONSTRAINT "IndicatorBreakdown_pkey" PRIMARY KEY ("practiceId","indicatorPosition","position")
);

-- CreateTable
CREATE TABLE "Award" (
    "practiceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "translatedName" JSONB,
    "edition" JSONB,
    "category" TEXT,
    "rank" INTEGER,
    "year" INTEGER,
    "url" TEXT,
    "note" JSONB,

    CONSTRAINT "Award_pkey" PRIMARY KEY ("practiceId","position")
);

-- CreateTable
CREATE TABLE "Output" (
    "practiceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "url" TEXT,
    "language" TEXT,
    "note" JSONB,

    CONSTRAINT "Output_pkey" PRIMARY KEY ("practiceId","position")
);

-- CreateTable
CREATE TABLE "Link" (
    "practiceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "label" JSONB,

    CONSTRAINT "Link_pkey" PRIMARY KEY ("practiceId","position")
);

-- CreateTable
CREATE TABLE "Source" (
    "practiceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "title" TEXT,
    "url" TEXT,
    "language" TEXT,
    "published" TEXT,
    "classification" JSONB,
    "note" JSONB,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("practiceId","position")
);

-- CreateTable
CREATE TABLE "Revision" (
    "practiceId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "editorId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("practiceId","number")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "fromState" TEXT,
    "toState" TEXT NOT NULL,
    "message" TEXT,
    "editorId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "practiceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "lastKey" TEXT,
    "tokenHash" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "consentVersion" TEXT NOT NULL,
    "senderId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("practiceId")
);

-- CreateTable
CREATE TABLE "Sender" (
    "id" TEXT NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "erasedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Sender_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CatalogueEntry" (
    "practiceId" TEXT NOT NULL,
    "countries" TEXT[],
    "themes" TEXT[],
    "audiences" TEXT[],
    "organisations" TEXT[],
    "status" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "yearFrom" INTEGER,
    "yearTo" INTEGER,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CatalogueEntry_pkey" PRIMARY KEY ("practiceId")
);

-- CreateTable
CREATE TABLE "CatalogueText" (
    "practiceId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "titleKey" TEXT NOT NULL,
    "document" tsvector,

    CONSTRAINT "CatalogueText_pkey" PRIMARY KEY ("practiceId","locale")
);

-- CreateTable
CREATE TABLE "NewsItem" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "originalLocale" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "deadline" DATE,
    "resultsExpected" JSONB,
    "owner" TEXT NOT NULL,
    "ownerUnit" JSONB,
    "countries" TEXT[],
    "audiences" TEXT[],
    "importHash" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NewsItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NewsText" (
    "newsId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "slug" TEXT,
    "origin" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "author" TEXT,
    "sourceKey" TEXT,
    "reviewed" BOOLEAN NOT NULL,
    "writtenOn" TEXT NOT NULL,

    CONSTRAINT "NewsText_pkey" PRIMARY KEY ("newsId","locale")
);

-- CreateTable
CREATE TABLE "NewsSource" (
    "newsId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "title" TEXT,
    "url" TEXT,
    "language" TEXT,
    "note" JSONB,

    CONSTRAINT "NewsSource_pkey" PRIMARY KEY ("newsId","position")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "recipient" TEXT,
    "locale" TEXT NOT NULL,
    "subject" TEXT,
    "text" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Editor" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'editor',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Editor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EditorSession" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EditorSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EditorAccount" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EditorAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EditorVerification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EditorVerification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "RateLimiterFlexible_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Practice_state_createdAt_idx" ON "Practice"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Slug_practiceId_idx" ON "Slug"("practiceId");

-- CreateIndex
CREATE INDEX "Slug_newsId_idx" ON "Slug"("newsId");

-- CreateIndex
CREATE INDEX "Contact_practiceId_idx" ON "Contact"("practiceId");

-- CreateIndex
CREATE INDEX "Decision_practiceId_createdAt_idx" ON "Decision"("practiceId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_key_key" ON "Submission"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_tokenHash_key" ON "Submission"("tokenHash");

-- CreateIndex
CREATE INDEX "CatalogueEntry_publishedAt_idx" ON "CatalogueEntry"("publishedAt");

-- CreateIndex
CREATE INDEX "CatalogueText_document_idx" ON "CatalogueText" USING GIN ("document");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_key_key" ON "Mail"("key");

-- CreateIndex
CREATE INDEX "Mail_sentAt_dueAt_idx" ON "Mail"("sentAt", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Editor_email_key" ON "Editor"("email");

-- CreateIndex
CREATE UNIQUE INDEX "EditorSession_token_key" ON "EditorSession"("token");

-- CreateIndex
CREATE INDEX "EditorSession_userId_idx" ON "EditorSession"("userId");

-- CreateIndex
CREATE INDEX "EditorAccount_userId_idx" ON "EditorAccount"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "EditorVerification_identifier_key" ON "EditorVerification"("identifier");

-- AddForeignKey
ALTER TABLE "PracticeText" ADD CONSTRAINT "PracticeText_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slug" ADD CONSTRAINT "Slug_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slug" ADD CONSTRAINT "Slug_newsId_fkey" FOREIGN KEY ("newsId") REFERENCES "NewsItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlternativeTitle" ADD CONSTRAINT "AlternativeTitle_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PracticeRelation" ADD CONSTRAINT "PracticeRelation_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Place" ADD CONSTRAINT "Place_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Phase" ADD CONSTRAINT "Phase_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FundingLine" ADD CONSTRAINT "FundingLine_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PracticeAudience" ADD CONSTRAINT "PracticeAudience_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndicatorBreakdown" ADD CONSTRAINT "IndicatorBreakdown_practiceId_indicatorPosition_fkey" FOREIGN KEY ("practiceId", "indicatorPosition") REFERENCES "Indicator"("practiceId", "position") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Award" ADD CONSTRAINT "Award_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Output" ADD CONSTRAINT "Output_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_senderId_fkey" FOREIGN KEY ("senderId") REFERENCES "Sender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogueEntry" ADD CONSTRAINT "CatalogueEntry_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogueText" ADD CONSTRAINT "CatalogueText_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "CatalogueEntry"("practiceId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NewsText" ADD CONSTRAINT "NewsText_newsId_fkey" FOREIGN KEY ("newsId") REFERENCES "NewsItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NewsSource" ADD CONSTRAINT "NewsSource_newsId_fkey" FOREIGN KEY ("newsId") REFERENCES "NewsItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditorSession" ADD CONSTRAINT "EditorSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Editor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditorAccount" ADD CONSTRAINT "EditorAccount_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Editor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what Prisma does not know.

INSERT INTO "PublicVersion" (id, version) VALUES (1, 1);

-- Search: Italian, French and English words are stemmed after their accents are folded. Swedish is left as it is:
-- there å, ä and ö are letters of their own, and folding turns "för" into another word.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE TEXT SEARCH CONFIGURATION ponte_it (COPY = italian);
ALTER TEXT SEARCH CONFIGURATION ponte_it ALTER MAPPING FOR hword, hword_part, word WITH unaccent, italian_stem;
CREATE TEXT SEARCH CONFIGURATION ponte_fr (COPY = french);
ALTER TEXT SEARCH CONFIGURATION ponte_fr ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;
CREATE TEXT SEARCH CONFIGURATION ponte_sv (COPY = swedish);
CREATE TEXT SEARCH CONFIGURATION ponte_en (COPY = english);
ALTER TEXT SEARCH CONFIGURATION ponte_en ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
