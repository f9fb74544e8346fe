using System.Reflection;
using Microsoft.Extensions.Configuration;
using OneVisit.Local.FunctionsWorker;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a function application begins.</summary>
public class FunctionsApplication
{
    /// <summary>The functions of the entry assembly, with settings from environment variables as the Functions host would hand them over.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var entry = Assembly.GetEntryAssembly() ?? throw new InvalidOperationException("There is no entry assembly to find functions in.");
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        return new(new LocalFunctionsOptions { Settings = settings.AsEnumerable().ToDictionary() }, entry.GetTypes());
    }
}
