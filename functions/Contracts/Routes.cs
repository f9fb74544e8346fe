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
    public const string CaseDocuments = "cases/{caseId}/documents";
    public const string CaseDocument = "cases/{caseId}/documents/{documentId}";
    public const string DraftDocuments = "drafts/{submissionId}/documents";
    public const string TaskOutcome = "cases/{caseId}/tasks/{taskId}/outcome";
    public const string Task = "cases/{caseId}/tasks/{taskId}";
    public const string Mandate = "cases/{caseId}/mandate";
    public const string Rating = "cases/{caseId}/rating";
    public const string Rebuild = "cases/{caseId}/rebuild";
    public const string Work = "work";
    public const string Me = "me";
    public const string Health = "health";
    public const string OpenApi = "openapi.json";
}

/// <summary>Header names shared by both sides of the wire.</summary>
public static class Headers
{
    /// <summary>Name of an uploaded file, percent-encoded UTF-8. Only its content decides what it is.</summary>
    public const string FileName = "X-File-Name";

    /// <summary>Code of the material a file belongs to, for example <c>M07</c>.</summary>
    public const string Material = "X-Material";
}
