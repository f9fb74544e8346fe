using System.Text;
using System.Text.Json;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;

namespace OneVisit.Functions.Filing;

/// <summary>
/// The whole journal as text, a line an entry: with the chain's rule, anybody can check that none was changed, left out or put in. Where words stand sealed in it, what they say stands beside: the file
/// outlives the key.
/// </summary>
internal static class JournalExtract
{
    public static string Of(CaseFile file)
    {
        var lines = new StringBuilder();
        foreach (var entry in file.Entries)
        {
            lines.Append(JsonSerializer.Serialize(
                new
                {
                    entry.Sequence, entry.At, By = new { entry.Actor.Participant, entry.Actor.Name, Role = Domain.Services.Roles.Code(entry.Actor.Role), entry.Actor.Office, entry.Actor.OnBehalfOf },
                    entry.Body, InClear = InClear(entry), entry.PreviousHash, entry.Hash,
                },
                JournalJson.Options)).Append('\n');
        }
        return lines.ToString();
    }

    private static string? InClear(Entry entry) => JournalJson.Write(entry.Event) is var clear && clear != entry.Body ? clear : null;
}
