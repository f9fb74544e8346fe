using OneVisit.Domain.Cases;

namespace OneVisit.Functions.Process;

/// <summary>Names of the events that wake a case's process. The payload is the journal version that was written; nobody relies on it.</summary>
internal static class ProcessEvents
{
    /// <summary>A task is done: unique to case, stage and round.</summary>
    public static string Done(string caseId, string taskId) => CaseTask.EventName(caseId, taskId);

    /// <summary>Something else about the case changed: mandate, documents, rating.</summary>
    public static string Changed(string caseId) => $"{caseId}:changed";
}
