namespace OneVisit.Contracts;

/// <summary>Where the back office answers. Relative to the host's base address; the Functions host adds the prefix <c>api/</c>.</summary>
public static class Routes
{
    public const string Prefix = "api/";

    public const string Services = "services";
    public const string FindServices = "services/find";
    public const string Service = "services/{code}";
    public const string Eligibility = "eligibility";
    public const string CalendarPlus = "calendar/{date}/plus/{workingDays}";
    public const string Materials = "materials";
    public const string Applications = "applications";
    public const string Application = "applications/{applicationId}";
    public const string Cases = "cases";
    public const string MyCases = "my/cases";
    public const string Case = "cases/{caseId}";
    public const string Revealed = "cases/{caseId}/revealed";
    public const string CaseDocuments = "cases/{caseId}/documents";
    public const string CaseDocument = "cases/{caseId}/documents/{documentId}";
    public const string DraftDocuments = "drafts/{submissionId}/documents";
    public const string CaseForm = "cases/{caseId}/forms/{material}";
    public const string CaseFormText = "cases/{caseId}/forms/{material}/text";
    public const string CaseFormSignature = "cases/{caseId}/forms/{material}/signature";
    public const string CasePaper = "cases/{caseId}/papers/{kind}";
    public const string PaperWithdrawal = "cases/{caseId}/papers/{kind}/withdrawal";
    public const string Verify = "verify/{code}";
    public const string DraftForm = "forms/{material}";
    public const string TaskOutcome = "cases/{caseId}/tasks/{taskId}/outcome";
    public const string Task = "cases/{caseId}/tasks/{taskId}";
    public const string Mandate = "cases/{caseId}/mandate";
    public const string Representation = "cases/{caseId}/representation";
    public const string RepresentationNamed = "cases/{caseId}/representation/named";
    public const string RepresentationEnd = "cases/{caseId}/representation/end";
    public const string RepresentationActing = "cases/{caseId}/representation/acting";
    public const string RepresentationUntil = "cases/{caseId}/representation/until";
    public const string MandateCodes = "mandates/codes";
    public const string MandateCodeCheck = "mandates/codes/check";
    public const string Agents = "agents";
    public const string Clients = "my/clients";
    public const string ClaimCase = "my/cases/claim";
    public const string ProofCodes = "my/proof/codes";
    public const string Proof = "my/proof";
    public const string MyNotice = "my/notices/{noticeId}";
    public const string CasePhone = "cases/{caseId}/phone";
    public const string Rating = "cases/{caseId}/rating";
    public const string Changes = "cases/{caseId}/changes";
    public const string Differences = "cases/{caseId}/differences";
    public const string SurveyObjection = "cases/{caseId}/survey/objection";
    public const string Relatives = "supervision/relatives";
    public const string RatingExclusion = "cases/{caseId}/rating/exclusion";
    public const string RatingGrades = "ratings/grades";
    public const string Complaints = "complaints";
    public const string Complaint = "complaints/{complaintId}";
    public const string NoticePlaces = "notices";
    public const string VillageNotices = "notices/villages/{village}";
    public const string NoticeCase = "notices/{number}/case";
    public const string TownshipNotices = "notices/townships/{township}";
    public const string Objections = "objections";
    public const string Objection = "objections/{objectionId}";
    public const string NoticePaper = "cases/{caseId}/notice";
    public const string Register = "register";
    public const string Folder = "cases/{caseId}/folder";
    public const string FolderPaper = "cases/{caseId}/folder/paper";
    public const string Package = "cases/{caseId}/package";
    public const string Draws = "supervision/draws";
    public const string Draw = "supervision/draws/{drawId}";
    public const string Suspension = "points/{township}/suspension";
    public const string LiftSuspension = "points/{township}/suspension/lift";
    public const string PointAuthority = "points/{township}/authority";
    public const string AuthorityMatrix = "authority";
    public const string Rebuild = "cases/{caseId}/rebuild";
    public const string Statistics = "statistics";
    public const string StatisticsCases = "statistics/cases";
    public const string StatisticsWatch = "statistics/watch";
    public const string StatisticsExport = "statistics/export";
    public const string StatisticsBulletin = "statistics/bulletin";
    public const string StatisticsRebuild = "statistics/rebuild";
    public const string OpenStatistics = "statistics/open";
    public const string Work = "work";
    public const string Me = "me";
    public const string Staff = "staff";
    public const string StaffAccount = "staff/accounts/{account}";
    public const string Absences = "staff/{staffId}/absences";
    public const string AbsenceEnd = "staff/{staffId}/absences/end";
    public const string HandOver = "staff/{staffId}/hand-over";
    public const string Catalogues = "catalogues";
    public const string CatalogueActivations = "catalogues/{version}/activations";
    public const string Directories = "directories";
    public const string DirectoryDiff = "directories/{version}/diff";
    public const string DirectoryExport = "directories/{version}/export";
    public const string DirectoryActivations = "directories/{version}/activations";
    public const string RegistryEvents = "sharing/events";
    public const string OnceOnly = "sharing/once-only";
    public const string OnceOnlyMonths = "sharing/once-only/months";
    public const string Outbox = "sharing/outbox";
    public const string OutboxFact = "sharing/outbox/{key}";
    public const string Audit = "audit";
    public const string AuditJournal = "audit/{journal}";
    public const string AuditAccepted = "audit/{journal}/accepted";
    public const string Retention = "retention";

    public const string EraseAgain = "retention/again";
    public const string Holds = "holds";
    public const string LiftHold = "holds/{holdId}/lift";
    public const string Archive = "cases/{caseId}/archive";
    public const string MyErasure = "my/erasure";
    public const string MyExport = "my/export";
    public const string Exports = "exports";
    public const string NoticeTakeDown = "cases/{caseId}/notice/take-down";
    public const string Keys = "keys";
    public const string Health = "health";
    public const string OpenApi = "openapi.json";
}

/// <summary>Header names shared by both sides of the wire.</summary>
public static class Headers
{
    /// <summary>For whom the front door speaks, where its token does not say so itself. Without it: for itself.</summary>
    public const string Participant = "X-OneVisit-Participant";

    /// <summary>Name of an uploaded file, percent-encoded UTF-8. Only its content decides what it is.</summary>
    public const string FileName = "X-File-Name";

    /// <summary>Code of the material a file belongs to, for example <c>M07</c>.</summary>
    public const string Material = "X-Material";

    /// <summary>The code with which the answer to a complaint is fetched. It is a secret and never part of an address.</summary>
    public const string PickupCode = "X-Pickup-Code";

    /// <summary>A few words about what is sent, percent-encoded UTF-8.</summary>
    public const string Note = "X-Note";

    /// <summary>
    /// What a resident has proven, a comma between the words; with an answer those that are new or renewed. They are secrets and never part of an address.
    /// </summary>
    public const string Proof = "X-Proof";

    /// <summary>When the resident did what is only now sent, in seconds since 1970: the proof had to be good then.</summary>
    public const string ActedAt = "X-Acted-At";
}
