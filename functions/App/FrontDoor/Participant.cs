using System.Text.RegularExpressions;
using OneVisit.Contracts;

namespace OneVisit.Functions.FrontDoor;

/// <summary>The form of a name by which the front door speaks for somebody, see <see cref="Participants"/>.</summary>
internal static partial class Participant
{
    public static bool IsOne(string name) => Form().IsMatch(name);

    // Of a client for whom an agent applied it holds the name of a look-up key, which in a vault has 32 letters, and a hash.
    [GeneratedRegex("^(resident|staff):[A-Za-z0-9_-]{1,128}\\z")]
    private static partial Regex Form();
}
