namespace OneVisit.Domain.Eligibility;

/// <summary>What relief in an emergency (急难型临时救助) is for.</summary>
public enum Emergency
{
    None,
    Fire,
    Accident,
    SuddenIllness,
}

/// <summary>Whose basic funeral costs are borne by the public (免除基本殡葬服务费).</summary>
public enum DeceasedGroup
{
    /// <summary>Nobody died.</summary>
    Nobody,
    LocalResident,
    Newborn,
    CampusStudent,
    Unidentified,
    Somebody,
}

/// <summary>Situations as they travel.</summary>
public static class Situations
{
    public static Emergency? ParseEmergency(string? code) => code switch
    {
        "none" => Emergency.None,
        "fire" => Emergency.Fire,
        "accident" => Emergency.Accident,
        "sudden-illness" => Emergency.SuddenIllness,
        _ => null,
    };

    public static DeceasedGroup? ParseDeceased(string? code) => code switch
    {
        "nobody" => DeceasedGroup.Nobody,
        "local-resident" => DeceasedGroup.LocalResident,
        "newborn" => DeceasedGroup.Newborn,
        "campus-student" => DeceasedGroup.CampusStudent,
        "unidentified" => DeceasedGroup.Unidentified,
        "somebody-else" => DeceasedGroup.Somebody,
        _ => null,
    };
}
