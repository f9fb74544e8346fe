using System.Text.RegularExpressions;
using OneVisit.Contracts;

namespace OneVisit.Functions.FrontDoor;

/// <summary>The form of a name by which the front door speaks for somebody, see <see cref="Participants"/>.</summary>
internal static partial class Participant
{
    public static bool IsOne(string name) => Form().IsMatch(name);

    [GeneratedRegex("^(resident|staff):[A-Za-z0-9_-]{1,64}\\z")]
    private static partial Regex Form();
}
