using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;

namespace OneVisit.Functions.Cases;

/// <summary>An application for one service or several, read and found in order.</summary>
/// <param name="Catalogue">By which it was read, and by which its cases go.</param>
/// <param name="Services">In the order of the catalogue.</param>
/// <param name="Phone">The applicant's own; <c>null</c>: they have none, and somebody acts for them.</param>
/// <param name="Materials">The combined list, as the catalogue alone tells it.</param>
internal sealed record Submission(
    SubmitApplication Form, CityCatalogue Catalogue, ImmutableArray<Service> Services, Household Household, PersonName Name, ResidentId Id, PhoneNumber? Phone,
    Village Village, MaterialList Materials, MaterialChoice Choice)
{
    /// <summary>The mandate that goes with it, signed where it has to be; <c>null</c>: none.</summary>
    public MandateWish? Mandate { get; init; }

    /// <summary>Who acts for the applicant; <c>null</c>: nobody does.</summary>
    public Representative? Representative { get; init; }

    /// <summary>Who signs: who acts for the applicant, or the applicant.</summary>
    public PersonName Signer => Representative?.Name ?? Name;

    /// <summary>Where codes go.</summary>
    public PhoneNumber SignersPhone => Representative?.Phone ?? Phone ?? throw new InvalidOperationException("Without a telephone nobody applies alone.");

    /// <summary>The agent who applies for the household; <c>null</c>: it applies itself.</summary>
    public Actor? By { get; init; }

    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(Submission);
}

/// <summary>Who acts for the applicant, read and found lawful.</summary>
/// <param name="Until">Last day, inclusive; <c>null</c>: until it is ended.</param>
/// <param name="EndsOfAge">The child comes of age on the day after.</param>
/// <param name="Evidence">The paper by which they show it.</param>
internal sealed record Representative(
    RepresentationBasis Basis, RepresentativeRelation Relation, PersonName Name, ResidentId Id, PhoneNumber Phone, DateOnly? Until, bool EndsOfAge, Material Evidence)
{
    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(Representative);
}
