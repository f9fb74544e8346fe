namespace OneVisit.Domain.Cases;

/// <summary>Work that lies beside the stages of a procedure, by the stage ids it carries. No procedure has them.</summary>
public static class BesideTasks
{
    /// <summary>The second investigator's signature under a survey.</summary>
    public const string Cosign = "survey-cosign";

    /// <summary>The data check once more, after the household objected.</summary>
    public const string Recheck = "recheck";

    /// <summary>The city's visit to a household in the register of relatives.</summary>
    public const string CityVisit = "city-visit";

    /// <summary>An appraisal that was ordered where the procedure has none.</summary>
    public const string Appraise = "appraise";

    /// <summary>The result read out at the household's door, and the letter handed over.</summary>
    public const string ReadOut = "read-out";

    /// <summary>Not told to the household as a step that is done or comes next.</summary>
    public static bool IsSilent(string stageId) => stageId is Cosign or Recheck or CityVisit or ReadOut;
}
