using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace OneVisit.Local.FunctionsWorker.Http;

/// <summary>Who may call: the key in the header <c>x-functions-key</c> or in the query value <c>code</c>.</summary>
internal sealed class FunctionKeys(LocalFunctionsOptions options)
{
    public bool Admit(AuthorizationLevel level, HttpRequest request)
    {
        if (level == AuthorizationLevel.Anonymous || options.FunctionKey is null)
            return true;
        var shown = Shown(request);
        return Same(shown, options.MasterKey) || (level == AuthorizationLevel.Function && Same(shown, options.FunctionKey));
    }

    /// <summary>The extension's system key, or the master key; everybody where there is none.</summary>
    public bool AdmitDurableTask(HttpRequest request)
    {
        if (options.DurableTaskKey is null)
            return true;
        var shown = Shown(request);
        return Same(shown, options.DurableTaskKey) || Same(shown, options.MasterKey);
    }

    private static string? Shown(HttpRequest request) => request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault();

    private static bool Same(string? shown, string? key) =>
        shown is not null && key is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(key));
}
