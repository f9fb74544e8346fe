using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;

namespace OneVisit.Functions.FrontDoor;

/// <summary>What a resident has proven in this request: which of their conversation's cases are opened to them.</summary>
/// <param name="earlier">They showed it when they sent what is only done now.</param>
public sealed class Proven(IReadOnlyList<Proof> proofs, PersonalData personal, bool earlier = false)
{
    public static string OfApplication(Case current) => "case-" + (current.Application.Together?.ApplicationId ?? current.CaseId);

    public bool Opens(Case current) => earlier || proofs.Count > 0 && (Has(OfApplication(current)) || (personal.ProofSubject(current) is { } person && Has(person)));

    private bool Has(string subject) => proofs.Any(proof => proof.Subject == subject);
}

/// <summary>A case is this conversation's, and nobody there has proven to be the household. The answer asks for it.</summary>
public sealed class UnprovenException() : Exception("Nobody has proven to be the household.");
