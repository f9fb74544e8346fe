namespace OneVisit.Conversation.Cards;

/// <summary>The names of what a card posts.</summary>
internal static class CardKeys
{
    /// <summary>Of an input in the form of one act, where another form of the card asks for the like.</summary>
    public static string Of(string input, string act) => $"{input}@{act}";

    public const string Act = "act";
    public const string CaseId = "caseId";
    public const string TaskId = "taskId";
    public const string Version = "version";

    public const string NewPhone = "newPhone";

    /// <summary>Whose it is, where somebody acts for the person.</summary>
    public const string PhoneOf = "phoneOf";
    public const string CardSeen = "cardSeen";
    public const string LetterSeen = "letterSeen";

    /// <summary>Of who acts for the person from now on.</summary>
    public const string ActingBasis = "actingBasis";
    public const string ActingRelation = "actingRelation";
    public const string ActingName = "actingName";
    public const string ActingNumber = "actingNumber";
    public const string ActingPhone = "actingPhone";
    public const string EvidenceSeen = "evidenceSeen";
    public const string Materials = "materials";
    public const string Investigator1 = "investigator1";
    public const string Investigator2 = "investigator2";
    public const string IncomeFound = "incomeFound";
    public const string MembersFound = "membersFound";
    public const string Findings = "findings";
    public const string Second = "second";
    public const string On = "on";
    public const string StartOn = "startOn";
    public const string Representatives = "representatives";
    public const string MeetingOn = "meetingOn";
    public const string Place = "place";
    public const string Present = "present";
    public const string Recused = "recused";
    public const string Order = "order";
    public const string VotesFor = "votesFor";
    public const string VotesAgainst = "votesAgainst";
    public const string VotesAbstained = "votesAbstained";
    public const string RelativeIs = "relativeIs";
    public const string RelativeName = "relativeName";
    public const string Relation = "relation";
    public const string MemberName = "memberName";
    public const string MemberNumber = "memberNumber";
    public const string MemberAuthorised = "memberAuthorised";

    /// <summary>Of a value asked for in full.</summary>
    public const string RevealWhat = "revealWhat";
    public const string RevealReason = "revealReason";
    public const string RevealWords = "revealWords";

    /// <summary>Of a contradiction, each followed by the number of its row.</summary>
    public const string Field = "field";
    public const string Told = "told";
    public const string Found = "found";
    public const string Register = "register";
    public const string AsOf = "asOf";
    public const string DifferenceFindings = "differenceFindings";

    public const string Verification = "verification";
    public const string Amount = "amount";
    public const string Reason = "reason";
    public const string RefusalReason = "refusalReason";
    public const string Items = "items";
    public const string RegisterNumber = "registerNumber";
    public const string Grants = "grants";
    public const string LegalReason = "legalReason";

    public const string Cause = "cause";
    public const string Until = "until";
    public const string Village = "village";

    public const string Words = "words";
    public const string Complexity = "complexity";
    public const string Satisfied = "satisfied";
    public const string Finding = "finding";
    public const string Days = "days";
    public const string Brought = "brought";
    public const string ComingCause = "comingCause";
    public const string Months = "months";
    public const string DiedOn = "diedOn";

    /// <summary>In a change of the authority matrix: digits of the township.</summary>
    public const string Point = "point";
    public const string MatrixItem = "matrixItem";
    public const string Holder = "holder";
    public const string UpTo = "upTo";
    public const string From = "from";
    public const string To = "to";

    /// <summary>Item and holder of a line that ends.</summary>
    public const string MatrixLine = "matrixLine";
    public const string LastDay = "lastDay";
    public const string MatrixReason = "matrixReason";

    /// <summary>Of absences and hand-overs: ids of staff.</summary>
    public const string Person = "person";
    public const string StandIn = "standIn";
    public const string Colleague = "colleague";
    public const string StaffReason = "staffReason";

    /// <summary>Followed by the id of a criterion.</summary>
    public const string AnswerPrefix = "answer.";
}
