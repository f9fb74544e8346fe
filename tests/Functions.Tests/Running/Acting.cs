using OneVisit.Contracts;

namespace OneVisit.Functions.Tests.Running;

/// <summary>A daughter who acts for her mother, with a signed letter. Both are made up.</summary>
internal static class Acting
{
    public const string Name = "李小梅";
    public const string IdNumber = "370982199506010029";
    public const string Phone = "13900000024";

    public static SubmitCase ForMother()
    {
        var own = Applications.Ordinary(mandate: false);
        return own with
        {
            Applicant = own.Applicant with { Phone = "" },
            Materials = [.. own.Materials, "M14"],
            Representative = new("entrusted", "daughter", Name, IdNumber, Phone),
        };
    }

    /// <summary>Proves with the code that goes to a telephone on record; where the sandbox shows none, nobody is there.</summary>
    public static async Task<bool> ProvesAsync(Office office, string participant, string name, string idNumber)
    {
        using var sent = await office.SendAsync(HttpMethod.Post, Routes.ProofCodes, participant, new ProofRequest(name, idNumber));
        if ((await Office.ReadAsync<ProofCodeSent>(sent)).DemoCode is not { } code)
            return false;
        using var proven = await office.SendAsync(HttpMethod.Post, Routes.Proof, participant, new ProofRequest(name, idNumber, code));
        await office.SettleAsync();
        return (await Office.ReadAsync<ProofTaken>(proven)).Cases > 0;
    }

    /// <summary>An officer who saw the mother's card enters a telephone of her own.</summary>
    public static async Task GiveMotherAPhoneAsync(Office office, Journey journey, string phone)
    {
        using var answer = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/phone", Town.Officer, new ReplacePhone(phone, true, "本人带身份证来窗口登记手机"));
        await Office.ReadAsync<PhoneNowOnRecord>(answer);
        await office.SettleAsync();
    }

    /// <summary>An officer who saw the mother notes that the daughter acts no longer.</summary>
    public static async Task EndAsync(Office office, Journey journey)
    {
        using var answer = await office.SendAsync(HttpMethod.Put, $"cases/{journey.CaseId}/representation/end", Town.Officer, new EndRepresentation(true, "本人来窗口收回委托"));
        await Office.ReadAsync<CaseView>(answer);
        await office.SettleAsync();
    }
}
