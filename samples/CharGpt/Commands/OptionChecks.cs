using System.CommandLine;

namespace CharGptSample.Commands;

/// <summary>Checks of option values that more than one command wants.</summary>
public static class OptionChecks
{
    /// <summary>Refuses numbers below <paramref name="smallest"/>.</summary>
    public static void AtLeast(this Option<int> option, int smallest) => option.Validators.Add(result =>
    {
        if (result.Errors.Any() || result.Tokens.Any(token => !int.TryParse(token.Value, out _)))
            return;
        if (result.GetValueOrDefault<int>() is var value && value < smallest)
            result.AddError($"{option.Name} is {value}: it must be at least {smallest}.");
    });
}
