import type { AccountsTables } from '../../accounts/server/tables.ts';
import type { AnswersTables } from '../../answers/server/tables.ts';
import type { AuditTables } from '../../audit/server/tables.ts';
import type { CollectionTables } from '../../collection/server/tables.ts';
import type { DialoguesTables } from '../../dialogues/server/tables.ts';
import type { MeetingsTables } from '../../meetings/server/tables.ts';
import type { PlacesTables } from '../../places/server/tables.ts';
import type { PledgesTables } from '../../pledges/server/tables.ts';
import type { QuestionnaireTables } from '../../questionnaire/server/tables.ts';
import type { SealingTables } from '../../sealing/server/tables.ts';
import type { SituationTables } from '../../situation/server/tables.ts';
import type { StatisticsTables } from '../../statistics/server/tables.ts';
import type { TextsTables } from '../../texts/server/tables.ts';
import type { WalksTables } from '../../walks/server/tables.ts';

/** Every table of the house, joined from the rooms that own them. */
export interface Database
	extends
		PlacesTables,
		AuditTables,
		AccountsTables,
		QuestionnaireTables,
		DialoguesTables,
		AnswersTables,
		SealingTables,
		TextsTables,
		CollectionTables,
		MeetingsTables,
		WalksTables,
		StatisticsTables,
		SituationTables,
		PledgesTables {}
