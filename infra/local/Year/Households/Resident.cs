using OneVisit.Contracts;

namespace OneVisit.Local.Year.Households;

/// <summary>Somebody who applies: who they are, what they want, and what will become of them.</summary>
/// <param name="Key">Names them in the year's dice.</param>
/// <param name="AppliesOn">The day they come.</param>
/// <param name="DiesOn">The day they die, if they do before the year is over.</param>
public sealed record Resident(string Key, string Participant, ApplicantDetails Details, DateOnly AppliesOn, Wish Wish, DateOnly? DiesOn)
{
    public bool IsAlive(DateOnly day) => DiesOn is null || day < DiesOn;
}
