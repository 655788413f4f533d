import type { Migration } from 'kysely/migration';
import * as createPlaces from './202611201700-create-places.ts';
import * as createQuestionnaires from './202611201710-create-questionnaires.ts';
import * as createDialogues from './202611201720-create-dialogues.ts';
import * as createAnswers from './202611201730-create-answers.ts';
import * as createSealing from './202611201740-create-sealing.ts';
import * as createSetup from './202611201750-create-setup.ts';
import * as createAudit from './202611201800-create-audit.ts';
import * as createPeople from './202611201810-create-people.ts';
import * as createSessions from './202611201811-create-sessions.ts';
import * as createSecondFactors from './202611201820-create-second-factors.ts';
import * as createOrganisations from './202611201821-create-organisations.ts';
import * as createPlaceSettings from './202611201830-create-place-settings.ts';
import * as createDrafts from './202611201900-create-drafts.ts';
import * as createDialoguePlans from './202611201910-create-dialogue-plans.ts';
import * as addOneTimeCodes from './202611201920-add-one-time-codes.ts';
import * as createRehearsals from './202611201930-create-rehearsals.ts';
import * as createTexts from './202611292010-create-texts.ts';
import * as addDialogueParts from './202611292100-add-dialogue-parts.ts';
import * as createMeetings from './202611292110-create-meetings.ts';
import * as createMeetingReports from './202611292180-create-meeting-reports.ts';
import * as createCollections from './202611292200-create-collections.ts';
import * as createPaperBatches from './202611292210-create-paper-batches.ts';
import * as createWalks from './202611292220-create-walks.ts';
import * as createStatistics from './202611292300-create-statistics.ts';
import * as createEvidence from './202611292400-create-evidence.ts';
import * as createPictures from './202611292410-create-pictures.ts';
import * as createPledges from './202611292500-create-pledges.ts';
import * as createPledgeFollowUp from './202611292510-create-pledge-follow-up.ts';
import * as createPledgeSubscriptions from './202611292520-create-pledge-subscriptions.ts';
import * as createPledgeLetters from './202611292530-create-pledge-letters.ts';
import * as freezeSignedAgreements from './202611302000-freeze-signed-agreements.ts';
import * as numberAgreementRevisions from './202611302020-number-agreement-revisions.ts';

/** Every step of the schema, oldest first; forward only. */
export const migrations: Record<string, Migration> = {
	'202611201700-create-places': createPlaces,
	'202611201710-create-questionnaires': createQuestionnaires,
	'202611201720-create-dialogues': createDialogues,
	'202611201730-create-answers': createAnswers,
	'202611201740-create-sealing': createSealing,
	'202611201750-create-setup': createSetup,
	'202611201800-create-audit': createAudit,
	'202611201810-create-people': createPeople,
	'202611201811-create-sessions': createSessions,
	'202611201820-create-second-factors': createSecondFactors,
	'202611201821-create-organisations': createOrganisations,
	'202611201830-create-place-settings': createPlaceSettings,
	'202611201900-create-drafts': createDrafts,
	'202611201910-create-dialogue-plans': createDialoguePlans,
	'202611201920-add-one-time-codes': addOneTimeCodes,
	'202611201930-create-rehearsals': createRehearsals,
	'202611292010-create-texts': createTexts,
	'202611292100-add-dialogue-parts': addDialogueParts,
	'202611292110-create-meetings': createMeetings,
	'202611292180-create-meeting-reports': createMeetingReports,
	'202611292200-create-collections': createCollections,
	'202611292210-create-paper-batches': createPaperBatches,
	'202611292220-create-walks': createWalks,
	'202611292300-create-statistics': createStatistics,
	'202611292400-create-evidence': createEvidence,
	'202611292410-create-pictures': createPictures,
	'202611292500-create-pledges': createPledges,
	'202611292510-create-pledge-follow-up': createPledgeFollowUp,
	'202611292520-create-pledge-subscriptions': createPledgeSubscriptions,
	'202611292530-create-pledge-letters': createPledgeLetters,
	'202611302000-freeze-signed-agreements': freezeSignedAgreements,
	'202611302020-number-agreement-revisions': numberAgreementRevisions
};
