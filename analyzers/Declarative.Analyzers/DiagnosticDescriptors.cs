using Microsoft.CodeAnalysis;

namespace Declarative.Analyzers;

/// <summary>
/// Every rule. Ids are grouped by hundred (declaration, values, targets, reach, use, summary), each has a page under
/// <c>docs/diagnostics/</c>, and an id that was once released is never given to another rule.
/// </summary>
internal static class DiagnosticDescriptors
{
    /// <summary>Where the pages of the rules are; <c>RepositoryUrl</c> in Directory.Build.props is its beginning.</summary>
    public const string HelpRoot = "https://github.com/declarative-peft/declarative/blob/main/docs/diagnostics/";

    private const string Declaration = "Declarative.Declaration";
    private const string Values = "Declarative.Values";
    private const string Targets = "Declarative.Targets";
    private const string Reach = "Declarative.Reach";
    private const string Use = "Declarative.Use";
    private const string Summaries = "Declarative.Summary";

    /// <summary>{0} the class that must be partial, {1} the attribute, {2} the class that carries it.</summary>
    public static readonly DiagnosticDescriptor NotPartial = new(
        "DCL0001",
        "Class with an adapter attribute is not partial",
        "'{0}' must be partial, so that the adapters of [{1}] on '{2}' can be generated into it",
        Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0001.md");

    /// <summary>{0} the class, {1} the attribute.</summary>
    public static readonly DiagnosticDescriptor NotAModule = new(
        "DCL0002",
        "Class with an adapter attribute is not a torch.nn.Module",
        "'{0}' carries [{1}] but does not derive from torch.nn.Module, so nothing could ever be attached to it",
        Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0002.md");

    /// <summary>{0} the class, {1} the attribute, {2} the class that was meant, where there is one.</summary>
    public static readonly DiagnosticDescriptor NoLayers = new(
        "DCL0003",
        "Class with an adapter attribute reaches no layer",
        "'{0}' reaches no layer in this project's source that [{1}] could adapt, so nothing would be trained{2}",
        Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0003.md");

    /// <summary>{0} the attribute, {1} the class or member that carries it, {2} why.</summary>
    public static readonly DiagnosticDescriptor CannotBeAttached = new(
        "DCL0004",
        "Adapter attribute stands where nothing can be attached",
        "[{0}] on '{1}' can never be attached: {2}",
        Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0004.md");

    /// <summary>{0} the class that is local to its file, {1} the attribute, {2} the class that carries it.</summary>
    public static readonly DiagnosticDescriptor NotExtensible = new(
        "DCL0005",
        "Class with an adapter attribute is local to its file",
        "'{0}' is local to its file, so the adapters of [{1}] on '{2}' cannot be generated into it; remove 'file'",
        Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0005.md");

    /// <summary>{0} the name, {1} the class, {2} why they do not go together.</summary>
    public static readonly DiagnosticDescriptor OneName = new(
        "DCL0006",
        "Attributes of one name do not fit into one checkpoint",
        "The attributes named '{0}' on '{1}' cannot be saved together: {2}; give one of them another Name",
        Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0006.md");

    /// <summary>{0} the rank.</summary>
    public static readonly DiagnosticDescriptor RankTooSmall = new(
        "DCL0101",
        "Rank is below 1",
        "Rank is {0}, and an adapter of a rank below 1 has no parameters",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0101.md");

    /// <summary>{0} the rank, {1} the layer's path, {2} its shape, {3} the smaller side, {4} how many further layers.</summary>
    public static readonly DiagnosticDescriptor RankTooLarge = new(
        "DCL0102",
        "Rank is larger than the smaller side of a layer",
        "Rank {0} is larger than the smaller side of '{1}' {2}{4}: a weight of that shape has rank {3} at most",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0102.md");

    /// <summary>{0} alpha as written.</summary>
    public static readonly DiagnosticDescriptor AlphaNotPositive = new(
        "DCL0103",
        "Alpha is not above 0",
        "Alpha is {0}, which scales the adapter to nothing or turns its sign; it must be above 0",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0103.md");

    /// <summary>{0} the probability as written.</summary>
    public static readonly DiagnosticDescriptor DropoutOutOfRange = new(
        "DCL0104",
        "Dropout is not in [0, 1)",
        "Dropout is {0}, and a probability of dropping an input must be at least 0 and below 1",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0104.md");

    /// <summary>{0} the rank.</summary>
    public static readonly DiagnosticDescriptor OddRank = new(
        "DCL0105",
        "Rank is odd with the orthogonal start",
        "Rank {0} is odd, and the orthogonal start gives each half of the rank its own rows: it must be even",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0105.md");

    /// <summary>{0} the rank, {1} the layer's path, {2} its shape, {3} the adapter's parameters, {4} the weight's, {5} how many further layers.</summary>
    public static readonly DiagnosticDescriptor MoreParametersThanLayer = new(
        "DCL0106",
        "Adapter has more parameters than the layer",
        "At rank {0} the adapter of '{1}' {2}{5} has {3} parameters, more than the {4} of the weight itself",
        Values,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0106.md");

    /// <summary>{0} the property, {1} the attribute, {2} why.</summary>
    public static readonly DiagnosticDescriptor PropertyIgnored = new(
        "DCL0107",
        "Property of an adapter attribute changes nothing",
        "{0} of this [{1}] changes nothing: {2}",
        Values,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0107.md");

    /// <summary>{0} alpha, {1} how it relates to the rank, {2} the scaling, {3} the scaling that it looks chosen for, {4} the rank.</summary>
    public static readonly DiagnosticDescriptor DoubleScaling = new(
        "DCL0108",
        "Alpha looks chosen for a scaling without RankStabilized",
        "Alpha {0} is {1}, which as alpha / r scales by {3}; with RankStabilized it scales by {2} (alpha / √{4})",
        Values,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0108.md");

    /// <summary>{0} the property, {1} the value, {2} the type, {3} its values.</summary>
    public static readonly DiagnosticDescriptor UndefinedValue = new(
        "DCL0109",
        "Property has a value that its type does not define",
        "{0} is {1}, which is no {2}; it is one of {3}",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0109.md");

    /// <summary>{0} the start, {1} the layer's path, {2} its kind.</summary>
    public static readonly DiagnosticDescriptor StartNotForLayer = new(
        "DCL0110",
        "Start is for linear layers only",
        "{0} is a start for linear layers, and '{1}' is a {2}; leave it out with Exclude, or start with KaimingUniform or Gaussian",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0110.md");

    /// <summary>{0} the ratio as written.</summary>
    public static readonly DiagnosticDescriptor LearningRateRatioNotPositive = new(
        "DCL0111",
        "LearningRateRatio is not above 0",
        "LearningRateRatio is {0}, by which the learning rate of B is multiplied; it must be a finite number above 0",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0111.md");

    /// <summary>{0} the layer's path.</summary>
    public static readonly DiagnosticDescriptor FrozenAIsZero = new(
        "DCL0112",
        "FreezeA on an embedding, whose A is zero",
        "FreezeA leaves A as it starts, and '{0}' is an embedding, whose A starts at zero, so that nothing would be trained; leave it out with Exclude, or give it an attribute without FreezeA",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0112.md");

    /// <summary>{0} the start, {1} the method, {2} the same without quantising.</summary>
    public static readonly DiagnosticDescriptor StartNeedsWeight = new(
        "DCL0117",
        "Start takes the weight that quantising gives up",
        "{0} takes a part out of the weight in full precision, and [{1}] stores the weight quantised; use another Init, or [{2}]",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0117.md");

    /// <summary>{0} the size as written.</summary>
    public static readonly DiagnosticDescriptor BlockSizeInvalid = new(
        "DCL0118",
        "Block size is no power of two from 16",
        "BlockSize is {0}, and a block of quantised elements is a power of two of at least 16; 64 is the usual one",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0118.md");

    /// <summary>{0} the number as written.</summary>
    public static readonly DiagnosticDescriptor InitialScale = new(
        "DCL0120",
        "DInitial is zero or not finite",
        "DInitial is {0}: d would start there and b starts at 0, and from there neither would ever be trained; it must be a finite number but 0",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0120.md");

    /// <summary>{0} the alternative, {1} the suggestion, or the layers that it adapts.</summary>
    public static readonly DiagnosticDescriptor FeedForwardMatchesNothing = new(
        "DCL0130",
        "Alternative of FeedForward matches no target",
        "'{0}' in FeedForward matches none of the layers that this [IA3] adapts, so the outputs of the layer that was meant would be scaled; {1}",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0130.md");

    /// <summary>{0} the factor as written.</summary>
    public static readonly DiagnosticDescriptor DecomposeFactor = new(
        "DCL0131",
        "DecomposeFactor is neither -1 nor above 0",
        "DecomposeFactor is {0}, and the sides of w1 can be a number from 1, or as the weight allows with -1",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0131.md");

    /// <summary>{0} the property, {1} its value, {2} the layer's path, {3} its inputs, {4} how many further layers, {5} the nearest values that divide.</summary>
    public static readonly DiagnosticDescriptor BlocksDoNotDivide = new(
        "DCL0132",
        "Blocks do not divide the inputs of a layer",
        "{0} {1} does not divide the {3} inputs of '{2}'{4}, so its blocks do not fit; the next that do are {5}",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0132.md");

    /// <summary>{0} the property, {1} its value, {2} the least, {3} why.</summary>
    public static readonly DiagnosticDescriptor OftValueTooSmall = new(
        "DCL0133",
        "Setting of OFT is too small",
        "{0} is {1}, and must be at least {2}: {3}",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0133.md");

    /// <summary>{0} the target rank, {1} the initial rank.</summary>
    public static readonly DiagnosticDescriptor TargetRank = new(
        "DCL0140",
        "Target rank is not from 1 to the initial rank",
        "TargetRank is {0}, and pruning leads from InitialRank, {1}, down to a rank of at least 1",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0140.md");

    /// <summary>{0} all steps, {1} the initial ones, {2} the final ones.</summary>
    public static readonly DiagnosticDescriptor NoStepsToPrune = new(
        "DCL0141",
        "Training has no steps to allocate ranks in",
        "TotalSteps is {0}, which leaves no step between the {1} initial and the {2} final ones to allocate ranks in; set it to the steps of the whole training",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0141.md");

    /// <summary>{0} the property, {1} the decay as written.</summary>
    public static readonly DiagnosticDescriptor DecayOutOfRange = new(
        "DCL0142",
        "Decay is not between 0 and 1",
        "{0} is {1}, and the decay of a running mean must be above 0 and below 1",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0142.md");

    /// <summary>{0} the property, {1} the steps as written, {2} the least.</summary>
    public static readonly DiagnosticDescriptor StepsOutOfRange = new(
        "DCL0143",
        "Number of steps is too small",
        "{0} is {1}, and must be at least {2}",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0143.md");

    /// <summary>{0} the property, {1} the weight as written.</summary>
    public static readonly DiagnosticDescriptor WeightOutOfRange = new(
        "DCL0144",
        "Weight is below 0 or not finite",
        "{0} is {1}, and a weight must be a finite number of at least 0",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0144.md");

    /// <summary>{0} the attribute, {1} the layer's path, {2} its groups.</summary>
    public static readonly DiagnosticDescriptor GroupedConvolution = new(
        "DCL0145",
        "Method cannot adapt a grouped convolution",
        "[{0}] needs its update in the shape of the weight, and '{1}' is a convolution with {2} groups; leave it out with Exclude, or use [Lora] there",
        Values,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0145.md");

    /// <summary>{0} the property, {1} what is wrong.</summary>
    public static readonly DiagnosticDescriptor MalformedPattern = new(
        "DCL0201",
        "Target pattern is malformed",
        "{0} cannot be read: {1}",
        Targets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0201.md");

    /// <summary>{0} the alternative, {1} the class, {2} the suggestion or what there is.</summary>
    public static readonly DiagnosticDescriptor PatternMatchesNothing = new(
        "DCL0202",
        "Target pattern matches no layer",
        "'{0}' matches no layer that '{1}' reaches, so nothing would be trained; {2}",
        Targets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0202.md");

    /// <summary>{0} the alternative, {1} the class, {2} the suggestion or what there is.</summary>
    public static readonly DiagnosticDescriptor AlternativeMatchesNothing = new(
        "DCL0203",
        "Alternative of a target pattern matches no layer",
        "'{0}' matches no layer that '{1}' reaches, while other alternatives do; {2}",
        Targets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0203.md");

    /// <summary>{0} the layer's path, {1} its type, {2} the attribute, {3} what it adapts.</summary>
    public static readonly DiagnosticDescriptor NotAdaptable = new(
        "DCL0204",
        "Target is no layer that the method adapts",
        "'{0}' is of type '{1}', which [{2}] does not adapt; it adapts {3}",
        Targets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0204.md");

    /// <summary>{0} the layer's path, {1} the layer that it is tied to, {2} the assignment.</summary>
    public static readonly DiagnosticDescriptor TiedWeight = new(
        "DCL0205",
        "Weight of a target is also another layer's",
        "The weight of '{0}' is also that of '{1}' ('{2}'), so merging its adapter would change both and is refused",
        Targets,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0205.md");

    /// <summary>{0} the layer's path, {1} how many further layers and the verb, {2} the attribute, {3} its class, {4} the other attribute, {5} where that is, {6} the name.</summary>
    public static readonly DiagnosticDescriptor ClaimedTwice = new(
        "DCL0206",
        "Layer is claimed by two attributes of one name",
        "'{0}'{1} claimed by this [{2}] on '{3}' and by [{4}] on {5}, both named '{6}', and a layer has one adapter at a time",
        Targets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0206.md");

    /// <summary>{0} the layers, {1} the verb, their kinds and the noun, {2} the class.</summary>
    public static readonly DiagnosticDescriptor LayersLeftOut = new(
        "DCL0207",
        "Layers like the targets have no adapter",
        "{0} {1} that no adapter of '{2}' covers",
        Targets,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0207.md");

    /// <summary>{0} Exclude, {1} Targets, {2} how many layers Targets mean, {3} the class.</summary>
    public static readonly DiagnosticDescriptor ExcludeTakesAll = new(
        "DCL0208",
        "Exclude takes every target away",
        "'{0}' takes away all that '{1}' means in '{3}' ({2}), so nothing would be trained",
        Targets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0208.md");

    /// <summary>{0} the alternative, {1} Targets, {2} the suggestion or what there is.</summary>
    public static readonly DiagnosticDescriptor ExcludeMatchesNothing = new(
        "DCL0209",
        "Alternative of Exclude takes nothing away",
        "'{0}' takes away none of the layers that '{1}' means; {2}",
        Targets,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0209.md");

    /// <summary>{0} the layer, {1} the weight's member, {2} the attribute.</summary>
    public static readonly DiagnosticDescriptor WeightRead = new(
        "DCL0301",
        "Weight of a target is read directly",
        "The weight of '{0}' is read directly ('{1}'), so this computation bypasses its {2} adapter; call '{0}.forward' instead",
        Reach,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0301.md");

    /// <summary>{0} the layer, {1} the method, {2} the attribute.</summary>
    public static readonly DiagnosticDescriptor LayerPassed = new(
        "DCL0302",
        "Target is passed to code that the generator does not see",
        "'{0}' is passed to '{1}', which uses it without its {2} adapter",
        Reach,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0302.md");

    /// <summary>{0} the layer, {1} the method, {2} the attribute.</summary>
    public static readonly DiagnosticDescriptor MethodGroup = new(
        "DCL0303",
        "Method of a target is captured as a delegate",
        "'{0}.{1}' as a delegate calls the layer itself and bypasses its {2} adapter; write a lambda that calls '{0}.{1}'",
        Reach,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0303.md");

    /// <summary>{0} the layer, {1} the member, {2} the attribute.</summary>
    public static readonly DiagnosticDescriptor LayerExposed = new(
        "DCL0304",
        "Target leaves its class through a visible member",
        "'{0}' leaves its class through '{1}', and calls made on it elsewhere bypass its {2} adapter",
        Reach,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0304.md");

    /// <summary>{0} the layer, {1} the class whose code calls it, {2} the attribute.</summary>
    public static readonly DiagnosticDescriptor CalledOutsideReach = new(
        "DCL0305",
        "Target is called in a class without interceptors",
        "'{0}' is called in '{1}', which no adapter attribute reaches, so this call bypasses its {2} adapter",
        Reach,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0305.md");

    /// <summary>{0} the layer, {1} the type that declares the method, {2} why, {3} the attribute.</summary>
    public static readonly DiagnosticDescriptor ReceiverNotNameable = new(
        "DCL0306",
        "Call of a target cannot be intercepted",
        "This call of '{0}' cannot be intercepted and bypasses its {3} adapter: '{1}' {2}",
        Reach,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0306.md");

    /// <summary>{0} the layer, {1} the class with the forward, {2} the assembly, {3} the attribute.</summary>
    public static readonly DiagnosticDescriptor ForwardInAnotherAssembly = new(
        "DCL0307",
        "Target is called by code in another assembly",
        "'{0}' is called by '{1}' in the assembly '{2}', whose calls cannot be intercepted, so its {3} adapter would be bypassed",
        Reach,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0307.md");

    /// <summary>{0} the layer, {1} the method, {2} the attribute.</summary>
    public static readonly DiagnosticDescriptor OtherMethodCalled = new(
        "DCL0308",
        "Target computes through another method than forward",
        "'{0}.{1}' computes with the layer itself and bypasses its {2} adapter; only 'forward' and 'call' from a tensor to a tensor reach it",
        Reach,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0308.md");

    /// <summary>{0} the layer, {1} the class, {2} the attribute.</summary>
    public static readonly DiagnosticDescriptor NeverCalled = new(
        "DCL0309",
        "Target is never called",
        "'{0}' is never called by code of this project, so its {2} adapter in '{1}' would train nothing",
        Reach,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0309.md");

    /// <summary>{0} the expression, {1} the model, {2} the set.</summary>
    public static readonly DiagnosticDescriptor OptimizerOverModel = new(
        "DCL0401",
        "Optimizer over the whole model while adapters are attached",
        "'{0}' gives the optimizer every frozen parameter of '{1}' beside those of '{2}': it keeps state for all of them, and moves those with a gradient left over; use '{2}.Parameters'",
        Use,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0401.md");

    /// <summary>{0} the optimizer, {1} the expression, {2} the set.</summary>
    public static readonly DiagnosticDescriptor OptimizerBeforeAttach = new(
        "DCL0402",
        "Optimizer built before the adapters are attached",
        "'{0}' takes '{1}' before '{2}' is attached and is stepped after it, so it cannot train the adapters; build it after Attach, over '{2}.Parameters'",
        Use,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0402.md");

    /// <summary>{0} the call, {1} the optimizer.</summary>
    public static readonly DiagnosticDescriptor OptimizerBeforeMove = new(
        "DCL0403",
        "Optimizer of adapters built before the model is moved",
        "'{0}' replaces the parameters that '{1}' was built over, and '{1}' is stepped after it, which trains nothing; build the optimizer after the move",
        Use,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0403.md");

    /// <summary>No arguments.</summary>
    public static readonly DiagnosticDescriptor AttachDiscarded = new(
        "DCL0404",
        "Result of Attach is dropped",
        "The set of adapters is dropped, so they can be neither trained by it, saved, merged nor detached; keep it in a 'using var'",
        Use,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0404.md");

    /// <summary>{0} the optimizer, {1} the set.</summary>
    public static readonly DiagnosticDescriptor TrainingMerged = new(
        "DCL0405",
        "Merged adapters are trained",
        "'{0}' is stepped where '{1}' may be merged, and merged adapters are out of the computation; call '{1}.Unmerge()' before",
        Use,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0405.md");

    /// <summary>{0} the call, {1} what it does, {2} what does it for the adapters alone.</summary>
    public static readonly DiagnosticDescriptor ModelSaved = new(
        "DCL0406",
        "Model is saved or loaded with adapters attached",
        "'{0}' {1} the base model and the adapters in one file of TorchSharp's, which fits only a model with the same adapters attached; {2} the adapters alone",
        Use,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0406.md");

    /// <summary>{0} the path as written, {1} the model's class, {2} the differences.</summary>
    public static readonly DiagnosticDescriptor StaleCheckpoint = new(
        "DCL0407",
        "Checkpoint does not fit the attributes",
        "The checkpoint '{0}' cannot be loaded into '{1}': {2}",
        Use,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0407.md");

    /// <summary>{0} the optimizer, {1} the method, {2} what it does around a step, {3} the set.</summary>
    public static readonly DiagnosticDescriptor StepPassedBy = new(
        "DCL0408",
        "Step passes by what the method does around it",
        "'{0}' is stepped by itself, and around a step [{1}] {2}; call '{3}.Step({0})' instead",
        Use,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0408.md");

    /// <summary>{0} the attributes, {1} the class, {2} the parameters, {3} the layers, {4} how many calls are intercepted.</summary>
    public static readonly DiagnosticDescriptor Summary = new(
        "DCL0501",
        "What an adapter attribute does",
        "{0} on '{1}' trains {2} parameters in {3}; {4}",
        Summaries,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpRoot + "DCL0501.md");
}
