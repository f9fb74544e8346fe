using System.Globalization;

namespace OneVisit.Functions.Process;

/// <summary>How far a case was published: what a turn of its process leaves for the next one, which then need not look.</summary>
/// <param name="ETag">Of the row that says so: who wrote it since is noticed.</param>
public sealed record Published(int Version, string ETag);

/// <summary>What a turn is told, as text: the case, and behind it how far it was published. Processes begun by the release before tell the case alone.</summary>
internal sealed record TurnOrder(string CaseId, Published? Published)
{
    public string ToText() => Published is null ? CaseId : string.Create(CultureInfo.InvariantCulture, $"{CaseId} {Published.Version} {Published.ETag}");

    public static TurnOrder Read(string text) => text.Split(' ', 3) is [var caseId, var version, { Length: > 0 } etag] && int.TryParse(version, CultureInfo.InvariantCulture, out var number)
        ? new(caseId, new Published(number, etag))
        : new(text, null);
}
