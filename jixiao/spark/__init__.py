"""The same readings and the same models on Spark: the extra ``jixiao[spark]``, for what one machine cannot hold."""
