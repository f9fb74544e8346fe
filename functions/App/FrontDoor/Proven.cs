using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;

namespace OneVisit.Functions.FrontDoor;

/// <summary>What a resident has proven in this request: which of their conversation's cases are opened to them.</summary>
/// <param name="earlier">They showed it when they sent what is only done now.</param>
public sealed class Proven(IReadOnlyList<Proof> proofs, PersonalData personal, bool earlier = false)
{
    public static string OfApplication(Case current) => "case-" + (current.Application.Together?.ApplicationId ?? current.CaseId);

    /// <summary>Where somebody acts for the applicant, what was proven has to be of the one of the two in whose conversation the case lies.</summary>
    public bool Opens(Case current) => earlier || (proofs.Count > 0 && (AsSubmitted(current) || SubjectsOf(current).Any(Has)));

    /// <summary>They have proven to be that person.</summary>
    public bool Names(IReadOnlyList<string> subjects) => subjects.Any(Has);

    // Who handed it in has shown who they are; the person for whom they did has not, nor who was named since.
    private bool AsSubmitted(Case current) =>
        (current.Application.Representative is null ? !current.IsWithRepresentative : current is { IsWithRepresentative: true, EarlierRepresentations.IsEmpty: true }) && Has(OfApplication(current));

    private IReadOnlyList<string> SubjectsOf(Case current) => current.IsWithRepresentative ? personal.ProofSubjects(current, current.Representation.Who) : personal.ProofSubjects(current);

    private bool Has(string subject) => proofs.Any(proof => proof.Subject == subject);
}

/// <summary>A case is this conversation's, and nobody there has proven to be the household. The answer asks for it.</summary>
public sealed class UnprovenException() : Exception("Nobody has proven to be the household.");
