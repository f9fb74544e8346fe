namespace OneVisit.Domain.Eligibility.People;

/// <summary>What somebody is to the one who applies. Whether a child is of age follows from the birth date, on the day.</summary>
public enum Relation
{
    /// <summary>The applicant.</summary>
    Self,
    Spouse,

    /// <summary>Of any age.</summary>
    Child,
    Parent,

    /// <summary>Somebody else with a legal duty to support or be supported (法定赡养、扶养、抚养义务).</summary>
    OtherWithDuty,

    /// <summary>No such duty: in-laws, lodgers, friends.</summary>
    Other,
}

/// <summary>Relations as they travel.</summary>
public static class Relations
{
    public static Relation? Parse(string? code) => code switch
    {
        "self" => Relation.Self,
        "spouse" => Relation.Spouse,
        "child" => Relation.Child,
        "parent" => Relation.Parent,
        "other-with-duty" => Relation.OtherWithDuty,
        "other" => Relation.Other,
        _ => null,
    };
}
