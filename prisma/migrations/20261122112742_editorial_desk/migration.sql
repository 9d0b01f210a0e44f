-- AlterTable
ALTER TABLE "Contact" ADD COLUMN     "confirmedAt" TIMESTAMPTZ(3),
ADD COLUMN     "newPublicEmail" TEXT;

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "checklist" TEXT[];

-- AlterTable
ALTER TABLE "Editor" ADD COLUMN     "languages" TEXT[],
ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'en',
ADD COLUMN     "totpConfirmedAt" TIMESTAMPTZ(3),
ADD COLUMN     "totpLastStep" INTEGER,
ADD COLUMN     "totpSecret" TEXT;

-- AlterTable
ALTER TABLE "EditorSession" ADD COLUMN     "codeAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "NewsItem" ADD COLUMN     "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "editedAt" TIMESTAMPTZ(3),
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Practice" ADD COLUMN     "duplicateOfId" TEXT,
ADD COLUMN     "publishAt" TIMESTAMPTZ(3),
ADD COLUMN     "publishRevision" INTEGER;

-- AlterTable
ALTER TABLE "ReaderMessage" ADD COLUMN     "answer" TEXT,
ADD COLUMN     "dueAt" TIMESTAMPTZ(3),
ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "changed" TEXT[],
ADD COLUMN     "publicAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "codeHash" TEXT;

-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "decisionId" TEXT,
    "field" TEXT,
    "text" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "editorId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "baseRevision" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "note" TEXT,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "message" TEXT,
    "editorId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkItem" (
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "assigneeId" TEXT,
    "claimedById" TEXT,
    "claimedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "WorkItem_pkey" PRIMARY KEY ("kind","subjectId")
);

-- CreateTable
CREATE TABLE "WorkingCopy" (
    "practiceId" TEXT NOT NULL,
    "editorId" TEXT NOT NULL,
    "baseRevision" INTEGER NOT NULL,
    "values" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WorkingCopy_pkey" PRIMARY KEY ("practiceId","editorId")
);

-- CreateTable
CREATE TABLE "SectionTranslation" (
    "practiceId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "fromRevision" INTEGER NOT NULL,
    "sourceHash" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "behind" BOOLEAN NOT NULL DEFAULT false,
    "editorId" TEXT,
    "reviewedById" TEXT,
    "reviewedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SectionTranslation_pkey" PRIMARY KEY ("practiceId","locale","section")
);

-- CreateTable
CREATE TABLE "TranslationDraft" (
    "practiceId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "fromRevision" INTEGER NOT NULL,
    "editorId" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TranslationDraft_pkey" PRIMARY KEY ("practiceId","locale","section")
);

-- CreateTable
CREATE TABLE "Confirmation" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "contactId" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),
    "answer" TEXT,
    "detail" TEXT,
    "handledById" TEXT,
    "handledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LinkCheck" (
    "url" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "target" TEXT,
    "status" INTEGER,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    "failingSince" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "LinkCheck_pkey" PRIMARY KEY ("url")
);

-- CreateTable
CREATE TABLE "TermProposal" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "formLocale" TEXT NOT NULL DEFAULT 'en',
    "term" TEXT NOT NULL,
    "concept" TEXT,
    "text" TEXT,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "answer" TEXT,
    "senderId" TEXT,
    "editorId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TermProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SubmissionDraft" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SubmissionDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Comment_key_key" ON "Comment"("key");

-- CreateIndex
CREATE INDEX "Comment_practiceId_createdAt_idx" ON "Comment"("practiceId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_key_key" ON "Proposal"("key");

-- CreateIndex
CREATE INDEX "Proposal_state_createdAt_idx" ON "Proposal"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Proposal_practiceId_state_idx" ON "Proposal"("practiceId", "state");

-- CreateIndex
CREATE INDEX "SectionTranslation_locale_behind_idx" ON "SectionTranslation"("locale", "behind");

-- CreateIndex
CREATE INDEX "Confirmation_practiceId_askedAt_idx" ON "Confirmation"("practiceId", "askedAt");

-- CreateIndex
CREATE UNIQUE INDEX "TermProposal_key_key" ON "TermProposal"("key");

-- CreateIndex
CREATE INDEX "TermProposal_state_createdAt_idx" ON "TermProposal"("state", "createdAt");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectKind_subjectId_idx" ON "AuditEntry"("subjectKind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "SubmissionDraft_key_key" ON "SubmissionDraft"("key");

-- CreateIndex
CREATE UNIQUE INDEX "SubmissionDraft_tokenHash_key" ON "SubmissionDraft"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "SubmissionDraft_codeHash_key" ON "SubmissionDraft"("codeHash");

-- CreateIndex
CREATE INDEX "SubmissionDraft_updatedAt_idx" ON "SubmissionDraft"("updatedAt");

-- CreateIndex
CREATE INDEX "Practice_duplicateOfId_idx" ON "Practice"("duplicateOfId");

-- CreateIndex
CREATE INDEX "Practice_publishAt_idx" ON "Practice"("publishAt");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_codeHash_key" ON "Submission"("codeHash");

-- AddForeignKey
ALTER TABLE "Practice" ADD CONSTRAINT "Practice_duplicateOfId_fkey" FOREIGN KEY ("duplicateOfId") REFERENCES "Practice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkingCopy" ADD CONSTRAINT "WorkingCopy_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionTranslation" ADD CONSTRAINT "SectionTranslation_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TranslationDraft" ADD CONSTRAINT "TranslationDraft_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Confirmation" ADD CONSTRAINT "Confirmation_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "Practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TermProposal" ADD CONSTRAINT "TermProposal_senderId_fkey" FOREIGN KEY ("senderId") REFERENCES "Sender"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What readers see now, and what files brought, they have seen.
UPDATE "Revision" r SET "publicAt" = r."createdAt"
FROM "Practice" p
WHERE p.id = r."practiceId" AND p."publishedAt" IS NOT NULL AND (r.kind = 'import' OR r.number = p.revision);

-- The log is written once. Whoever keeps the database may go further and give the application's role no more than
-- INSERT and SELECT on it (docs/operations.md).
-- (\073 is a semicolon: Prisma's adapter splits a script at every one that it sees.)
CREATE FUNCTION ponte_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
E'BEGIN RAISE EXCEPTION ''the audit log is not changed'' USING ERRCODE = ''insufficient_privilege''\073 END\073';

CREATE TRIGGER "AuditEntry_written_once" BEFORE UPDATE OR DELETE ON "AuditEntry"
FOR EACH ROW EXECUTE FUNCTION ponte_refuse_change();

CREATE TRIGGER "AuditEntry_never_emptied" BEFORE TRUNCATE ON "AuditEntry"
FOR EACH STATEMENT EXECUTE FUNCTION ponte_refuse_change();
