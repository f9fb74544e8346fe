using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>Names of representation as they travel, and the paper by which each basis is shown.</summary>
public static class RepresentationCodes
{
    public static string Code(this RepresentationBasis basis) => basis switch
    {
        RepresentationBasis.Parent => "parent",
        RepresentationBasis.Guardian => "guardian",
        RepresentationBasis.Entrusted => "entrusted",
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    };

    public static string Code(this RepresentativeRelation relation) => relation switch
    {
        RepresentativeRelation.Son => "son",
        RepresentativeRelation.Daughter => "daughter",
        RepresentativeRelation.Spouse => "spouse",
        RepresentativeRelation.Parent => "parent",
        RepresentativeRelation.Grandparent => "grandparent",
        RepresentativeRelation.Grandchild => "grandchild",
        RepresentativeRelation.Sibling => "sibling",
        RepresentativeRelation.Kin => "kin",
        RepresentativeRelation.Neighbour => "neighbour",
        RepresentativeRelation.Village => "village",
        RepresentativeRelation.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(relation)),
    };

    public static string Code(this RepresentationEndCause cause) => cause switch
    {
        RepresentationEndCause.Date => "date",
        RepresentationEndCause.OfAge => "of-age",
        RepresentationEndCause.Person => "person",
        RepresentationEndCause.Renounced => "renounced",
        _ => "office",
    };

    public static RepresentationBasis? ParseBasis(string? code) => Codes.Parse<RepresentationBasis>(code, Code);

    public static RepresentativeRelation? ParseRelation(string? code) => Codes.Parse<RepresentativeRelation>(code, Code);

    /// <summary>Code of the paper of the master list by which a basis is shown: the household register, the proof of guardianship, the letter of entrusting with the ID card.</summary>
    public static string Evidence(this RepresentationBasis basis) => basis switch
    {
        RepresentationBasis.Parent => "M02",
        RepresentationBasis.Guardian => "M15",
        _ => FilledForms.Mandate,
    };
}
