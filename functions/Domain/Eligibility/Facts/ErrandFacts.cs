namespace OneVisit.Domain.Eligibility.Facts;

/// <summary>Facts of the other errands by the questions for them.</summary>
internal static class ErrandFacts
{
    public static bool? Read(Errand? errand, Question question) => question switch
    {
        Question.Married => errand?.Married,
        Question.DivorceAgreement => errand?.DivorceAgreement,
        Question.ValidId => errand?.ValidId,
        Question.MarriageRegistered => errand?.MarriageRegistered,
        Question.AdoptionEndAgreed => errand?.AdoptionEndAgreed,
        Question.AdoptionCertificate => errand?.AdoptionCertificate,
        Question.DeathCertificate => errand?.DeathCertificate,
        Question.KinOfDeceased => errand?.KinOfDeceased,
        Question.CremationOnRecord => errand?.CremationOnRecord,
        Question.CremationCertificate => errand?.CremationCertificate,
        Question.CannotFeedOrHouse => errand?.CannotFeedOrHouse,
        Question.KinToTurnTo => errand?.KinToTurnTo,
        Question.ChoosesHome => errand?.ChoosesHome,
        Question.HouseIsHere => errand?.HouseIsHere,
        Question.OwnRecord => errand?.OwnRecord,
        Question.PowerOfAttorney => errand?.PowerOfAttorney,
        _ => null,
    };

    public static Errand Write(Errand errand, Question question, object? value) => question switch
    {
        Question.Married => errand with { Married = (bool?)value },
        Question.DivorceAgreement => errand with { DivorceAgreement = (bool?)value },
        Question.ValidId => errand with { ValidId = (bool?)value },
        Question.MarriageRegistered => errand with { MarriageRegistered = (bool?)value },
        Question.AdoptionEndAgreed => errand with { AdoptionEndAgreed = (bool?)value },
        Question.AdoptionCertificate => errand with { AdoptionCertificate = (bool?)value },
        Question.DeathCertificate => errand with { DeathCertificate = (bool?)value },
        Question.KinOfDeceased => errand with { KinOfDeceased = (bool?)value },
        Question.CremationOnRecord => errand with { CremationOnRecord = (bool?)value },
        Question.CremationCertificate => errand with { CremationCertificate = (bool?)value },
        Question.CannotFeedOrHouse => errand with { CannotFeedOrHouse = (bool?)value },
        Question.KinToTurnTo => errand with { KinToTurnTo = (bool?)value },
        Question.ChoosesHome => errand with { ChoosesHome = (bool?)value },
        Question.HouseIsHere => errand with { HouseIsHere = (bool?)value },
        Question.OwnRecord => errand with { OwnRecord = (bool?)value },
        Question.PowerOfAttorney => errand with { PowerOfAttorney = (bool?)value },
        _ => errand,
    };
}
